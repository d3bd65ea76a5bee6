namespace SpikeData.Imaging;

/// <summary>What a person says of a video, and what is known of it already.</summary>
public sealed record VideoOptions
{
    /// <summary>Of its colors, in place of what the video says.</summary>
    public ColorMatrix? Matrix { get; init; }

    /// <summary>Of its colors, in place of what the video says.</summary>
    public ColorRange? Range { get; init; }

    /// <summary>Whether frames may have other sizes than the first.</summary>
    public bool AnySize { get; init; }

    /// <summary>What was found out when the file was opened before, so that it is not measured again.</summary>
    public VideoFacts? Facts { get; init; }
}

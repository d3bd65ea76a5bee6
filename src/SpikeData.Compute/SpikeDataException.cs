namespace SpikeData.Compute;

/// <summary>Something a person can put right: says where, what is wrong, what was expected and the way out, under an id listed in docs/errors.md.</summary>
public sealed class SpikeDataException(string id, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Such as "SPIKE401": 3xx devices, 4xx pipeline and store, 5xx training.</summary>
    public string Id { get; } = id;

    /// <summary>The file the message is about, when there is one; shown in front as "file: error SPIKE401: ...".</summary>
    public string? File { get; init; }

    /// <summary>The message with options of a command in place of the keys of a recipe; null where it names none.</summary>
    public string? InCommand { get; init; }
}

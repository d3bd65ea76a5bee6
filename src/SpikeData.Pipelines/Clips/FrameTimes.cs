using System.Globalization;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Which frames of a video a recipe takes for which instants.</summary>
sealed class FrameTimes
{
    const string Even = "to take them for even", Nearest = "to take the nearest frame at even instants", Part = "or use a part that is even, such as";

    readonly VideoFacts facts;
    readonly Decode decode;
    readonly int[]? resampled;

    /// <exception cref="SpikeDataException">SPIKE446: to be resampled, without times.</exception>
    public FrameTimes(VideoFacts facts, Decode decode)
    {
        (this.facts, this.decode) = (facts, decode);
        if (decode.Timing is not Resample resample) return;
        if (facts.Timing is null) throw Uneven("does not tell when its frames are shown, so that they cannot be resampled");
        resampled = facts.Timing.Resampled(resample.Rate);
    }

    /// <summary>How many frames there are to take.</summary>
    public int? Count => resampled?.Length ?? facts.Count;

    /// <summary>As resampled, or of the part that is taken: the rate of the whole where it agrees.</summary>
    public double? FramesPerSecond => decode.Timing is Resample resample ? resample.Rate
        : Taken is not { } part || (facts.FramesPerSecond is { } rate && part.Fits(rate)) ? facts.FramesPerSecond : part.FramesPerSecond ?? facts.FramesPerSecond;

    /// <summary>How many frames are shown again and how many never; null unless they are resampled.</summary>
    public (int Repeated, int LeftOut)? Resampling =>
        resampled is null ? null : (resampled.Length - resampled.Distinct().Count(), facts.Timing!.Count - resampled.Distinct().Count());

    /// <summary>The first frame of those taken whose distance differs; null where all are even.</summary>
    public int? FirstUneven() => Taken?.FirstUneven() + decode.Frames.First;

    /// <summary>The times of the frames that the recipe takes.</summary>
    VideoTiming? Taken => facts.Timing?.Part(decode.Frames.First, decode.Frames.Last ?? int.MaxValue - 1);

    /// <exception cref="SpikeDataException">SPIKE446: frames are uneven, and the recipe does not say what to do.</exception>
    public void Check()
    {
        if (decode.Timing is not RefuseUneven) return;
        // Where only OpenCV reads videos, nothing is known of times, as its warning says.
        if (facts.Timing is null && facts.PixelFormat is not null) throw Uneven("does not tell when its frames are shown");
        if (FirstUneven() is { } frame) throw Uneven(Words(frame), frame);
    }

    /// <summary>The frame of the video for a frame of the clip; null beyond the end.</summary>
    public int? FrameOf(int index) => resampled is null ? index : index < resampled.Length ? resampled[index] : null;

    /// <summary>What is uneven, in words.</summary>
    public string Words(int frame)
    {
        VideoTiming timing = facts.Timing!;
        return string.Create(CultureInfo.InvariantCulture,
            $"has uneven frames: frame {frame}, counted from 0, follows after {timing.Distance(frame)}, where {timing.Distance(Math.Max(decode.Frames.First + 1, 1))} is the distance of the first two");
    }

    SpikeDataException Uneven(string what, int? frame = null)
    {
        (string inRecipe, string inCommand) = ($"Write 'timing: as-is' in decode {Even}", $"Give --timing as-is {Even}");
        if (facts.Timing is { } timing)
        {
            string rate = string.Create(CultureInfo.InvariantCulture, $"{timing.UsualRate(facts.FramesPerSecond) ?? 24:0.###}");
            string part = $"{decode.Frames.First}..{(frame > decode.Frames.First + 2 ? frame - 1 : decode.Frames.First + 100)}";
            inRecipe += $", or 'timing: {{ resample: {{ rate: {rate} }} }}' {Nearest}, {Part} 'frames: {part}'";
            inCommand += $", or --timing resample --rate {rate} {Nearest}, {Part} --frames {part}";
        }

        return new SpikeDataException("SPIKE446", $"'{facts.Path}' {what}. {inRecipe}.") { File = facts.Path, InCommand = $"'{facts.Path}' {what}. {inCommand}." }.At(decode);
    }
}

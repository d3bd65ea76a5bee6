using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>What a manifest says of the video that a clip comes from.</summary>
static class VideoNotes
{
    /// <summary>Under what the manifest says it.</summary>
    public const string Fact = "video";

    /// <param name="facts">Of the file.</param>
    /// <param name="frames">Of decoded frames, once there are any.</param>
    /// <param name="times">Which frames are taken.</param>
    public static JsonObject Of(VideoFacts facts, VideoFrameFacts? frames, FrameTimes times)
    {
        JsonObject notes = new() { ["container"] = facts.Kind, ["codec"] = facts.Codec };
        if ((frames?.PixelFormat ?? facts.PixelFormat) is { } format) notes["pixelFormat"] = format;
        if (frames is { Bits: > 8 }) notes["bitsRoundedTo8"] = frames.Bits;
        if (frames?.Matrix is { } matrix) notes["colorMatrix"] = $"{StageForm.Word(matrix)} ({frames.MatrixFrom})";
        if (frames?.Range is { } range) notes["colorRange"] = $"{StageForm.Word(range)} ({frames.RangeFrom})";
        if (facts.Rotation != 0) notes["rotation"] = facts.Rotation;
        if (facts.IsMirrored) notes["mirrored"] = true;
        if (times.FramesPerSecond is { } rate) notes["framesPerSecond"] = Math.Round(rate, 6);
        if (times.Resampling is { } resampling) (notes["framesRepeated"], notes["framesLeftOut"]) = (resampling.Repeated, resampling.LeftOut);
        if (!facts.StatesItsEnd) notes["end"] = "not stated by the file";
        string[] warnings = [.. Warnings(facts, frames, times)];
        if (warnings.Length > 0) notes[ClipFacts.Warning] = string.Join("; ", warnings);
        return notes;
    }

    static IEnumerable<string> Warnings(VideoFacts facts, VideoFrameFacts? frames, FrameTimes times)
    {
        foreach (string warning in facts.Warnings) yield return warning;
        if (frames?.IsInterlaced == true && !facts.IsInterlaced) yield return VideoFacts.InterlacedWarning;
        if (times.Resampling is { Repeated: > 0 } resampling) yield return $"{resampling.Repeated} of {times.Count} frames repeat the one before, so that motion stands still there";
        else if (times.Resampling is null && times.FirstUneven() is { } frame) yield return $"it {times.Words(frame)}; they are taken for even";
    }
}

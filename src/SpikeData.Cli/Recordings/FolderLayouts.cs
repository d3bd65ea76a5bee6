using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Writes recordings into the folders in which others expect them.</summary>
static class FolderLayouts
{
    const int Digits = 6;

    internal static FolderLayout Parse(string word) => word switch
    {
        "spikecv" => FolderLayout.SpikeCv,
        "s-sdm" => FolderLayout.Ssdm,
        _ => throw new FormatException($"'{word}' is no layout of a recording; write spikecv or s-sdm."),
    };

    /// <param name="layout">What the folder is to hold.</param>
    /// <param name="copy">The ticks.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="ticksPerSample">How long samples are; all ticks are one unless given.</param>
    /// <returns>What was written, for people.</returns>
    internal static string Write(this FolderLayout layout, RecordingCopy copy, string folder, int? ticksPerSample)
    {
        string clip = Path.GetFileNameWithoutExtension(copy.Source.Path);
        return layout == FolderLayout.SpikeCv ? WriteSpikeCv(copy, folder, clip) : WriteSsdm(copy, folder, clip, ticksPerSample ?? copy.Ticks);
    }

    static string WriteSpikeCv(RecordingCopy copy, string folder, string clip)
    {
        Directory.CreateDirectory(folder);
        SpikeCvConfig.Write(folder, copy.Source.Layout.Width, copy.Source.Layout.Height);
        return $"{(copy with { Rows = RowOrder.BottomUp }).Write(Path.Combine(folder, clip + ".dat"))}, and {SpikeCvConfig.FileName}";
    }

    static string WriteSsdm(RecordingCopy copy, string folder, string clip, long ticks)
    {
        string target = Path.Combine(folder, "spike_data", clip);
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            throw new SpikeDataException("SPIKE485", "There are samples of a recording of this name already. Choose another folder.") { File = target };
        if (ticks > copy.Ticks)
            throw new SpikeDataException("SPIKE473", $"Samples of {Counted.Of(ticks, "tick")} are wanted; the recording has {copy.Ticks}. Give a smaller --ticks-per-sample.") { File = copy.Source.Path };
        Directory.CreateDirectory(target);
        int samples = 0;
        foreach (RecordingCopy sample in copy.Cut(ticks))
        {
            // Samples are named after the moment in their middle, as everywhere in this layout.
            (sample with { Rows = RowOrder.BottomUp }).Write(Path.Combine(target, Exposures.Label((int)(sample.First + ticks / 2), Digits) + ".dat"));
            samples++;
        }

        return $"{target}: {Counted.Of(samples, "sample")} of {Counted.Of(ticks, "tick")}, {copy.Source.Layout.Width}x{copy.Source.Layout.Height}";
    }
}

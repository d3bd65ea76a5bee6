using System.CommandLine;
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

    /// <summary>The folder can be written, before the work begins.</summary>
    internal static void Require(this FolderLayout layout, ForceOption force, ParseResult line, RecordingCopy copy, string folder)
    {
        if (layout == FolderLayout.Ssdm) force.RequireFolder(line, SsdmFolder(folder, copy), copy.Source.Path);
        else if (IsNew(folder)) force.RequireFolder(line, folder, copy.Source.Path);
        else force.RequireRecording(line, SpikeCvFile(folder, copy), copy.Source.Path);
    }

    /// <param name="layout">What the folder is to hold.</param>
    /// <param name="copy">The ticks.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="ticksPerSample">How long samples are; all ticks are one unless given.</param>
    /// <returns>What was written, for people.</returns>
    internal static string Write(this FolderLayout layout, RecordingCopy copy, string folder, int? ticksPerSample) =>
        layout == FolderLayout.SpikeCv ? WriteSpikeCv(copy, folder) : WriteSsdm(copy, SsdmFolder(folder, copy), ticksPerSample ?? copy.Ticks);

    static string SpikeCvFile(string folder, RecordingCopy copy) => Path.Combine(folder, ClipOf(copy) + ".dat");

    static string SsdmFolder(string folder, RecordingCopy copy) => Path.Combine(folder, "spike_data", ClipOf(copy));

    static string ClipOf(RecordingCopy copy) => Path.GetFileNameWithoutExtension(copy.Source.Path);

    static bool IsNew(string folder) => !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any();

    /// <summary>A new folder appears as a whole; to one that holds recordings another is added.</summary>
    static string WriteSpikeCv(RecordingCopy copy, string folder)
    {
        using Draft? draft = IsNew(folder) ? new(folder) : null;
        string place = Path.GetFullPath(draft?.Content ?? folder);
        Disk.MakeFolder(place);
        SpikeCvConfig.Write(place, copy.Source.Layout.Width, copy.Source.Layout.Height);
        (copy with { Rows = RowOrder.BottomUp }).Write(SpikeCvFile(place, copy));
        draft?.Publish();
        return $"{SpikeCvFile(folder, copy)}: {copy.Words}, and {SpikeCvConfig.FileName}";
    }

    static string WriteSsdm(RecordingCopy copy, string target, long ticks)
    {
        if (ticks > copy.Ticks)
            throw new SpikeDataException("SPIKE473", $"Samples of {Counted.Of(ticks, "tick")} are wanted; the recording has {copy.Ticks}. Give a smaller --ticks-per-sample.") { File = copy.Source.Path };
        using Draft draft = new(target);
        Disk.MakeFolder(draft.Content);
        int samples = 0;
        foreach (RecordingCopy sample in copy.Cut(ticks))
        {
            // Samples are named after the moment in their middle, as everywhere in this layout.
            (sample with { Rows = RowOrder.BottomUp }).Write(Path.Combine(draft.Content, Exposures.Label((int)(sample.First + ticks / 2), Digits) + ".dat"));
            samples++;
        }

        draft.Publish();
        return $"{target}: {Counted.Of(samples, "sample")} of {Counted.Of(ticks, "tick")}, {copy.Source.Layout.Width}x{copy.Source.Layout.Height}";
    }
}

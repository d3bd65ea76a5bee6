using System.Text.Json.Nodes;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>What a manifest says of how a recording of spikes was read.</summary>
static class RecordingNotes
{
    /// <summary>Under what the manifest says it.</summary>
    public const string Fact = "recording";

    /// <param name="spikes">The recording.</param>
    /// <param name="rig">What the calibration knows of it.</param>
    public static JsonObject Of(SpikeRecording spikes, Rig rig)
    {
        RecordingFacts stated = spikes.Format == RecordingFormat.Dat ? RecordingFile.FactsOf(spikes.Path, RecordingFacts.None) : RecordingFile.WithSidecar(spikes.Path, RecordingFacts.None);
        JsonObject notes = new()
        {
            ["format"] = spikes.Format.ToString().ToLowerInvariant(),
            ["rowOrder"] = Words(spikes.Layout.Rows.Word(), stated.Rows is not null ? "stated" : spikes.Format == RecordingFormat.Dat && rig.Rows is not null ? "calibrated" : "assumed"),
        };
        if (spikes.Format == RecordingFormat.Dat) notes["bitOrder"] = Words((stated.Bits ?? BitOrder.LeastFirst).Word(), From(stated.Bits));
        else notes["axes"] = Words((stated.Axes ?? spikes.Facts.Axes ?? ArrayAxes.Thw).Word(), From(stated.Axes));
        if (spikes.Warning is { } warning) notes[ClipFacts.Warning] = warning;
        return notes;
    }

    static string Words(string word, string from) => $"{word} ({from})";

    static string From(object? stated) => stated is null ? "assumed" : "stated";
}

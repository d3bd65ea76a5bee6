using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

/// <summary>Rows I-1 and I-2 as the paper has them, and as an option.</summary>
public sealed class RowEnlargementTests
{
    /// <summary>Two spike pixels, of which the right one fires at every tick, become eight columns.</summary>
    [Theory]
    [InlineData(RowEnlargement.Nearest, new[] { 0f, 0, 0, 0, 1, 1, 1, 1 })]
    [InlineData(RowEnlargement.Bilinear, new[] { 0f, 0, 0.125f, 0.375f, 0.625f, 0.875f, 1, 1 })]
    public void Brightness_IsEnlarged(RowEnlargement way, float[] row)
    {
        Scene scene = new("edge", new(ElementType.UInt8, [4, 8, 3], new byte[96]), SpikeStream.Of([0, 1, 0, 1, 0, 1], new(1, 2)), 0, []);
        using CpuDevice device = new();
        using RawSdm raw = new(device, shortTicks: 3);
        float[] gray = new float[32];
        raw.Brightness(SceneView.Of(scene, 1), gray, way);
        Assert.Equal([.. row, .. row, .. row, .. row], gray);
    }

    [Fact]
    public void Brightness_IsEnlargedAsThePaperDoesUnlessAsked()
    {
        Assert.Equal(RowEnlargement.Nearest, new SingleFrame().Enlarge);
        Assert.Equal(RowEnlargement.Nearest, new Sequence().Enlarge);
        Assert.Equal(["Single frame", "Sequence", "Single frame, bilinear", "Sequence, bilinear"], new IEvaluation[]
        {
            new SingleFrame(), new Sequence(), new SingleFrame(RowEnlargement.Bilinear), new Sequence(RowEnlargement.Bilinear),
        }.Select(evaluation => evaluation.Title));
    }

    [Fact]
    public void EveryTable_SaysHowItsRowsWereEnlarged()
    {
        EvaluationReport report = new("model", "data", ["a"],
        [
            Row("Single frame", "I-1 TFP", "nearest neighbor"), Row("Single frame", "I-2 BSN", "nearest neighbor"), Row("Single frame", "I-3 BSN + EDSR", null),
            Row("Single frame, bilinear", "I-1 TFP", "bilinear interpolation"),
        ]);
        Assert.Contains("\n## Single frame\n\nI-1 TFP, I-2 BSN: enlarged by nearest neighbor.\n\n| row |", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("\n## Single frame, bilinear\n\nI-1 TFP: enlarged by bilinear interpolation.\n\n| row |", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("\nI-1 TFP: enlarged by bilinear interpolation.\n", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("\"enlarged\": \"nearest neighbor\"", report.ToJson(), StringComparison.Ordinal);
    }

    static ReportRow Row(string table, string name, string? enlarged) => new(table, name, "", 0, 1, new(30, 0.9, 0.1), new(30, 0.9, 0.1)) { Enlarged = enlarged };
}

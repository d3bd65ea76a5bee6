using SpikeData.Compute;

namespace SpikeData.Calibration.Tests;

public sealed class PhotometrySearchTests
{
    static readonly (int, int, DefectKind)[] Defects =
    [
        (UnevenSensor.FirstDead.X, UnevenSensor.FirstDead.Y, DefectKind.Dead), (UnevenSensor.Hot.X, UnevenSensor.Hot.Y, DefectKind.Hot), (UnevenSensor.SecondDead.X, UnevenSensor.SecondDead.Y, DefectKind.Dead),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void DarkAndFlatRecordings_TellDarkCurrentFlatFieldAndDefects(int seed)
    {
        using UnevenSensor sensor = new(seed);
        Photometry found = new PhotometrySearch { Dark = sensor.Record("dark", (_, _) => 0), Flat = sensor.Record("flat", (_, _) => 0.4) }.Find();
        Assert.Equal(Defects, found.Defects.Select(defect => (defect.X, defect.Y, defect.Kind)));
        Assert.All(found.Defects, defect => Assert.Equal(1, defect.Confidence));
        foreach (int pixel in Sound())
        {
            Assert.InRange(found.Dark!.Values[pixel] - sensor.Dark[pixel], -0.0005, 0.0005);
            Assert.InRange(found.Flat!.Values[pixel] / sensor.Answer[pixel], 0.98, 1.02);
        }

        Assert.InRange(found.Flat!.Error, 0, 0.005);
        Assert.InRange(found.Flat.Confidence, 0.95, 1);
    }

    [Fact]
    public void ScenesAlone_TellDefectsAndTheFlatFieldWithStatedConfidence()
    {
        using UnevenSensor sensor = new(3);
        Photometry one = new PhotometrySearch { Scenes = [sensor.Record("scene", UnevenSensor.Scene(0))] }.Find();
        Assert.Equal(Defects, one.Defects.Select(defect => (defect.X, defect.Y, defect.Kind)));
        Assert.All(one.Defects, defect => Assert.Equal(0.5, defect.Confidence));
        Assert.Null(one.Flat);
        Photometry several = new PhotometrySearch { Scenes = [.. Enumerable.Range(0, 8).Select(scene => sensor.Record($"scene{scene}", UnevenSensor.Scene(scene)))] }.Find();
        Assert.Equal(Defects, several.Defects.Select(defect => (defect.X, defect.Y, defect.Kind)));
        Assert.All(several.Defects, defect => Assert.InRange(defect.Confidence, 0.6, 8 / 9.0 + 1e-9));
        Assert.InRange(several.Flat!.Confidence, 0.7, 1);
        double off = Math.Sqrt(Sound().Average(pixel => Math.Pow(several.Flat.Values[pixel] / sensor.Answer[pixel] - 1, 2)));
        Assert.InRange(off, 0, 0.03);
        // The darkest pixel's dark rate is a bound for all: what it fired was light too.
        Assert.InRange(several.DarkAtMost!.Value, sensor.Dark.Min(), 0.2);
    }

    [Fact]
    public void EdgesOfAScene_AreNotTakenForDefects()
    {
        using UnevenSensor sensor = new(4);
        IEnumerable<PixelDefect> found = new PhotometrySearch { Scenes = [sensor.Record("scene", (x, y) => (x / 4 + y / 4) % 2 == 0 ? 0.05 : 0.6)] }.Find().Defects;
        Assert.Subset(Defects.ToHashSet(), found.Select(defect => (defect.X, defect.Y, defect.Kind)).ToHashSet());
    }

    [Fact]
    public void RecordingsOfTwoSensors_AreRefused()
    {
        using UnevenSensor sensor = new(5);
        Assert.Equal("SPIKE616", Assert.Throws<SpikeDataException>(() => new PhotometrySearch().Find()).Id);
        Assert.Equal("SPIKE616", Assert.Throws<SpikeDataException>(() => new PhotometrySearch { Dark = sensor.Record("short", (_, _) => 0, ticks: 10) }.Find()).Id);
        string file = Path.GetTempFileName();
        File.WriteAllBytes(file, new byte[16 * 16 / 8 * 100]);
        using (Imaging.SpikeRecording other = Imaging.SpikeRecording.Open(file, new() { Width = 16, Height = 16 }))
            Assert.Equal("SPIKE603", Assert.Throws<SpikeDataException>(() => new PhotometrySearch { Dark = sensor.Record("dark", (_, _) => 0), Flat = other }.Find()).Id);
        File.Delete(file);
    }

    static IEnumerable<int> Sound() => Enumerable.Range(0, UnevenSensor.Height * UnevenSensor.Width)
        .Where(pixel => !Defects.Any(defect => defect.Item2 * UnevenSensor.Width + defect.Item1 == pixel));
}

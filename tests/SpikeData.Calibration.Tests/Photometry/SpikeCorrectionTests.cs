using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration.Tests;

public sealed class SpikeCorrectionTests : IDisposable
{
    readonly UnevenSensor sensor = new(1);
    readonly Photometry photometry;

    public SpikeCorrectionTests() =>
        photometry = new PhotometrySearch { Dark = sensor.Record("dark", (_, _) => 0), Flat = sensor.Record("flat", (_, _) => 0.4) }.Find();

    public void Dispose() => sensor.Dispose();

    [Fact]
    public void CorrectedSensor_IsEvenAndProportionalToLight()
    {
        // The usual answer is 1 by definition; the sensor's own usual one is near it.
        double usual = sensor.Answer.Order().ElementAt(sensor.Answer.Length / 2);
        foreach (double light in new[] { 0.02, 0.2, 0.6 })
        {
            double[] rates = Rates(SpikeCorrectionDepth.Full, sensor.Record($"light{light}", (_, _) => light));
            Assert.All(rates, rate => Assert.InRange(rate - usual * light, -0.012, 0.012));
        }
    }

    [Fact]
    public void Darkness_StaysDark() => Assert.InRange(Rates(SpikeCorrectionDepth.Full, sensor.Record("night", (_, _) => 0)).Max(), 0, 0.001);

    [Fact]
    public void DefectivePixels_GiveTheSpikesOfANeighborAndOthersStay()
    {
        SpikeRecording scene = sensor.Record("scene", UnevenSensor.Scene(2), ticks: 50);
        byte[] before = scene.Read(0, 50).ToArray().Bytes.ToArray(), after = new SpikeCorrection(photometry, SpikeCorrectionDepth.Defects).Correct(scene.Read(0, 50), "scene").ToArray().Bytes.ToArray();
        int hot = UnevenSensor.Hot.Y * UnevenSensor.Width + UnevenSensor.Hot.X, pixels = UnevenSensor.Height * UnevenSensor.Width;
        HashSet<int> bad = [.. photometry.Defects.Select(defect => defect.Y * UnevenSensor.Width + defect.X)];
        for (int i = 0; i < before.Length; i++)
            if (!bad.Contains(i % pixels)) Assert.Equal(before[i], after[i]);
            else if (i % pixels == hot) Assert.Equal(before[i - UnevenSensor.Width], after[i]);
    }

    [Fact]
    public void PartsOfARecording_GiveWhatTheWholeGives()
    {
        SpikeStream spikes = sensor.Record("scene", UnevenSensor.Scene(1), ticks: 300).Read(0, 300);
        SpikeCorrection whole = new(photometry, SpikeCorrectionDepth.Full), parts = new(photometry, SpikeCorrectionDepth.Full);
        byte[] once = whole.Correct(spikes, "scene").Bytes.ToArray();
        byte[] twice = [.. parts.Correct(spikes.Between(0, 123), "scene").Bytes, .. parts.Correct(spikes.Between(123, 177), "scene").Bytes];
        Assert.Equal(once, twice);
    }

    [Fact]
    public void AnotherSensor_IsRefused() =>
        Assert.Equal("SPIKE608", Assert.Throws<SpikeDataException>(() => new SpikeCorrection(photometry, SpikeCorrectionDepth.Full).Correct(new(new(8, 8), new byte[8]), "other")).Id);

    double[] Rates(SpikeCorrectionDepth depth, SpikeRecording recording)
    {
        SpikeStream corrected = new SpikeCorrection(photometry, depth).Correct(recording.Read(0, (int)recording.Ticks), recording.Path);
        double[] rates = new double[corrected.Layout.Pixels];
        byte[] frame = new byte[rates.Length];
        for (int tick = 0; tick < corrected.Ticks; tick++)
        {
            corrected.Unpack(tick, frame);
            for (int pixel = 0; pixel < rates.Length; pixel++) rates[pixel] += frame[pixel] / (double)corrected.Ticks;
        }

        return rates;
    }
}

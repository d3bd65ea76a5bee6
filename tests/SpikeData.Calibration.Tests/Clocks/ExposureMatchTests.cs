using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration.Tests;

public sealed class ExposureMatchTests : IDisposable
{
    const int Height = 40, Width = 96, Ticks = 400, Exposure = 61, Middle = 200;

    readonly string file = Path.Combine(Path.GetTempPath(), $"spikedata-{Guid.NewGuid():N}.dat");

    public void Dispose() => File.Delete(file);

    [Fact]
    public void BlurOfAMovingPattern_TellsTheExposureWithinOneTick()
    {
        float[] blurred = new float[Height * Width];
        using (Device device = Device.Open("cpu"))
        using (SpikeSimulation simulation = new(device, Height, Width, SpikeModel.Physical, new QuasiPeriodicNoise(), PhiloxKey.Derive(4)))
        using (Buffer<int> shine = device.Allocate<int>(Height * Width))
        using (Buffer<byte> packed = device.Allocate<byte>(simulation.Layout.FrameBytes))
        using (FileStream spikes = File.Create(file))
        {
            simulation.Reset(0);
            for (int tick = 0; tick < Ticks; tick++)
            {
                float[] light = [.. Enumerable.Range(0, Height * Width).Select(pixel => Stripes(pixel % Width, pixel / Width, tick))];
                if (Math.Abs(tick - Middle) <= Exposure / 2) for (int pixel = 0; pixel < light.Length; pixel++) blurred[pixel] += light[pixel] / Exposure;
                shine.Upload(Array.ConvertAll(light, gray => Light.Of(gray)));
                simulation.Tick(shine);
                simulation.Pack(packed);
                SpikeDat.Write(spikes, packed.Span, simulation.Layout);
            }
        }

        GrayPicture picture = new("blurred", Height, Width, Array.ConvertAll(blurred, light => (byte)Math.Round(light * 255)));
        using SpikeRecording recording = SpikeRecording.Open(file, new() { Width = Width, Height = Height });
        (double found, _) = ExposureMatch.Find([(picture, Middle)], recording, longest: 121);
        Assert.InRange(found - Exposure, -1, 1);
        Assert.Equal("SPIKE614", Assert.Throws<SpikeDataException>(() => ExposureMatch.Find([(picture, 10)], recording, longest: 121)).Id);
    }

    /// <summary>Bars of many widths that move by a sixth of a pixel a tick.</summary>
    static float Stripes(int x, int y, int tick)
    {
        double at = x - tick / 6.0 + y * 0.7;
        return 0.45f + (float)(0.2 * Math.Sign(Math.Sin(at * 0.31)) + 0.15 * Math.Sin(at * 0.53 + y) + 0.1 * Math.Sign(Math.Sin(at * 0.17 + 1)));
    }
}

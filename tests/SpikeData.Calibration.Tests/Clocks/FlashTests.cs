using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration.Tests;

/// <summary>An LED in a room whose lamp flickers too: the cameras see it at different places and sizes.</summary>
public sealed class FlashTests : IDisposable
{
    const int Height = 40, Width = 64, Ticks = 6000, Count = 50;
    static readonly Region InPictures = new(70, 22, 6, 6), InSpikes = new(20, 30, 3, 3);

    readonly string file = Path.Combine(Path.GetTempPath(), $"spikedata-{Guid.NewGuid():N}.dat");

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData(1, 200.3, 1e-4, 40)]
    [InlineData(2, -90.6, -3e-4, 80)]
    [InlineData(3, 640.9, 0, 97)]
    public void FlashingLed_IsFoundInBothCamerasAndTellsTheClock(int seed, double first, double drift, double exposure)
    {
        PictureClock truth = new(first, 100 * (1 + drift), exposure);
        double[] lamp = [.. Enumerable.Range(0, Ticks).Select(tick => 0.3 + 0.015 * Math.Sin(tick * 2 * Math.PI / 200))];
        double[] led = Random(seed);
        using SpikeRecording spikes = Record(lamp, led);
        (ClockEstimate found, _, Region inPictures, Region inSpikes) = Flash.Find(Pictures(truth, lamp, led, seed), spikes, new(100), "pictures");
        Assert.InRange(found.Clock.Middle(0) - truth.Middle(0), -1, 1);
        Assert.InRange(found.Clock.Middle(Count - 1) - truth.Middle(Count - 1), -1, 1);
        Assert.InRange(found.Clock.ExposureTicks - exposure, -1, 1);
        Assert.True(Holds(inPictures, InPictures) && Holds(inSpikes, InSpikes), $"{inPictures} {inSpikes}");
    }

    [Fact]
    public void RoomWithoutALed_IsRefused()
    {
        double[] lamp = [.. Enumerable.Range(0, Ticks).Select(tick => 0.3 + 0.015 * Math.Sin(tick * 2 * Math.PI / 200))];
        using SpikeRecording spikes = Record(lamp, new double[Ticks]);
        SpikeDataException error = Assert.Throws<SpikeDataException>(() => Flash.Find(Pictures(new(200, 100, 40), lamp, new double[Ticks], 1), spikes, new(100), "pictures"));
        Assert.Equal("SPIKE615", error.Id);
    }

    static bool Holds(Region found, Region led) =>
        found.X <= led.X + 1 && found.Y <= led.Y + 1 && found.X + found.Width >= led.X + led.Width - 1 && found.Y + found.Height >= led.Y + led.Height - 1 && found.Width < led.Width * 5;

    /// <summary>On and off for irregular times.</summary>
    static double[] Random(int seed)
    {
        Random random = new(seed);
        double[] led = new double[Ticks];
        for (int tick = 0; tick < Ticks;)
        {
            double now = random.Next(2) * 0.5;
            for (int end = Math.Min(Ticks, tick + random.Next(30, 400)); tick < end; tick++) led[tick] = now;
        }

        return led;
    }

    static IEnumerable<GrayPicture> Pictures(PictureClock clock, double[] lamp, double[] led, int seed)
    {
        const int PictureHeight = 60, PictureWidth = 100;
        TickSums room = new(lamp), flash = new(led);
        Random noise = new(seed);
        for (int picture = 0; picture < Count; picture++)
        {
            double from = Math.Clamp(clock.Middle(picture) - clock.ExposureTicks / 2, 0, Ticks - 1), to = Math.Clamp(from + clock.ExposureTicks, 1, Ticks);
            (double around, double spot) = (room.Mean(from, to), flash.Mean(from, to));
            byte[] pixels = new byte[PictureHeight * PictureWidth];
            for (int pixel = 0; pixel < pixels.Length; pixel++)
            {
                (int y, int x) = Math.DivRem(pixel, PictureWidth);
                bool isLed = x >= InPictures.X && x < InPictures.X + InPictures.Width && y >= InPictures.Y && y < InPictures.Y + InPictures.Height;
                double light = around * (0.5 + (x * 7 + y * 3) % 11 / 11.0) + (isLed ? spot : 0);
                pixels[pixel] = (byte)Math.Clamp(Math.Round(255 * light + noise.NextDouble() * 2 - 1), 0, 255);
            }

            yield return new($"{picture}", PictureHeight, PictureWidth, pixels);
        }
    }

    SpikeRecording Record(double[] lamp, double[] led)
    {
        double[] voltage = [.. Enumerable.Range(0, Height * Width).Select(pixel => pixel * 0.618 % 1)];
        byte[] frame = new byte[Height * Width];
        SpikeLayout layout = new(Height, Width);
        using (FileStream stream = File.Create(file))
        {
            for (int tick = 0; tick < Ticks; tick++)
            {
                for (int pixel = 0; pixel < frame.Length; pixel++)
                {
                    (int y, int x) = Math.DivRem(pixel, Width);
                    bool isLed = x >= InSpikes.X && x < InSpikes.X + InSpikes.Width && y >= InSpikes.Y && y < InSpikes.Y + InSpikes.Height;
                    voltage[pixel] += lamp[tick] * (0.5 + (x * 3 + y * 5) % 7 / 7.0) + (isLed ? led[tick] : 0);
                    frame[pixel] = (byte)(voltage[pixel] >= 1 ? 1 : 0);
                    voltage[pixel] -= frame[pixel];
                }

                SpikeDat.Write(stream, SpikeStream.Of(frame, layout).Bytes, layout);
            }
        }

        return SpikeRecording.Open(file, new() { Width = Width, Height = Height });
    }
}

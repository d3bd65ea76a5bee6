using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Compares the pictures of a synchronised recording with the spikes of their exposures, pixel by pixel.</summary>
public static class PictureResponse
{
    const int MostPictures = 16;

    /// <param name="pictures">The files of the pictures in the order of time.</param>
    /// <param name="spikes">The spikes of the same time.</param>
    /// <param name="clock">Which ticks belong to which picture.</param>
    /// <param name="grid">How pictures come onto the spike camera's grid.</param>
    /// <param name="dark">What spike pixels fire in the dark; taken off where it is known.</param>
    /// <exception cref="SpikeDataException">SPIKE614: no exposure was recorded. SPIKE617: too few codes occur to fit a curve.</exception>
    public static ResponseFit Find(IReadOnlyList<string> pictures, SpikeRecording spikes, PictureClock clock, SpikeGrid grid, PixelMap? dark = null)
    {
        int ticks = Math.Max(1, (int)Math.Round(clock.ExposureTicks));
        int[] inside = [.. Enumerable.Range(0, pictures.Count).Where(picture => First(picture) >= 0 && First(picture) + ticks <= spikes.Ticks)];
        if (inside.Length == 0) throw Errors.NoExposure(spikes.Path, ticks);
        using Device cpu = Device.Open("cpu");
        using SensorView sensor = new(cpu, grid);
        int every = Math.Max(1, inside.Length / MostPictures);
        return ResponseMatch.Fit(inside.Where((_, i) => i % every == 0).SelectMany(Pixels)) ?? throw Errors.NoResponse(pictures[0]);

        long First(int picture) => (long)Math.Round(clock.Middle(picture) - ticks / 2.0);

        IEnumerable<(byte, double)> Pixels(int picture)
        {
            byte[] codes = sensor.See(GrayPicture.Read(pictures[picture])).Pixels;
            using SpikeBlock block = new(cpu, spikes.Read(First(picture), ticks));
            int[] counts = block.Count(0, ticks);
            return sensor.Seen.Select(pixel => (codes[pixel], Math.Max(0, counts[pixel] / (double)ticks - (dark?.Values[pixel] ?? 0))));
        }
    }
}

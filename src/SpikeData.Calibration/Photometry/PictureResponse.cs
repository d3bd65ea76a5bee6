using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Compares the pictures of a synchronised recording with the spikes of their exposures, pixel by pixel.</summary>
public static class PictureResponse
{
    /// <param name="pictures">The files of the pictures in the order of time.</param>
    /// <param name="spikes">The spikes of the same time.</param>
    /// <param name="clock">Which ticks belong to which picture.</param>
    /// <param name="grid">How pictures come onto the spike camera's grid.</param>
    /// <param name="dark">What spike pixels fire in the dark; taken off where it is known.</param>
    /// <exception cref="SpikeDataException">SPIKE614: no exposure was recorded. SPIKE617: too few codes occur to fit a curve. SPIKE620: the spikes are upside down.</exception>
    public static ResponseFit Find(IReadOnlyList<string> pictures, SpikeRecording spikes, PictureClock clock, SpikeGrid grid, PixelMap? dark = null)
    {
        using Device cpu = Device.Open("cpu");
        using SensorView sensor = new(cpu, grid);
        IReadOnlyList<(GrayPicture Picture, SpikeStream Spikes)> exposures = SeenExposures.Of(pictures, spikes, clock, sensor);
        SeenExposures.RequireUpright(exposures, sensor.Seen, spikes);
        return ResponseMatch.Fit(exposures.SelectMany(Pixels)) ?? throw Errors.NoResponse(pictures[0]);

        IEnumerable<(byte, double)> Pixels((GrayPicture Picture, SpikeStream Spikes) exposure)
        {
            int[] counts = SeenExposures.Counts(exposure.Spikes);
            return Even(exposure.Picture, sensor.Seen).Select(pixel => (exposure.Picture.Pixels[pixel], Math.Max(0, counts[pixel] / (double)exposure.Spikes.Ticks - (dark?.Values[pixel] ?? 0))));
        }
    }

    /// <summary>The half of the pixels whose neighbors are most like them: beside an edge, what a pixel is compared with depends on the last bit of the rig and of the clock.</summary>
    static IEnumerable<int> Even(GrayPicture picture, int[] seen)
    {
        Neighborhood around = new(picture.Height, picture.Width);
        (int Pixel, int Range)[] ranges = [.. seen.Select(pixel => (pixel, around.Of(pixel).Max(other => Math.Abs(picture.Pixels[other] - picture.Pixels[pixel]))))];
        int usual = ranges.Select(range => range.Range).Order().ElementAt(ranges.Length / 2);
        return ranges.Where(range => range.Range <= usual).Select(range => range.Pixel);
    }
}

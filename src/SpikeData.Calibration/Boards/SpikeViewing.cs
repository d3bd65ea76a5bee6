using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>How recordings of a board by a spike camera become pictures of it, at the sensor's own resolution.</summary>
/// <param name="Facts">What is known of the recordings and does not stand in or beside them.</param>
/// <param name="Texture">How spikes become light.</param>
/// <param name="Ticks">How many ticks in the middle of a recording are looked at.</param>
public sealed record SpikeViewing(RecordingFacts Facts, SpikeTexture Texture = SpikeTexture.Playback, int Ticks = 400)
{
    const int Moments = 9, TicksBetweenMoments = 4;

    static readonly string[] Endings = [".dat", ".npz", ".npy", ".h5", ".hdf5"];

    /// <summary>Pictures need nothing of this.</summary>
    public static SpikeViewing Default { get; } = new(RecordingFacts.None);

    /// <summary>Whether a file is a recording, by its name.</summary>
    public static bool IsRecording(string file) => Endings.Contains(Path.GetExtension(file).ToLowerInvariant());

    /// <summary>Whether nothing says which row of a recording comes first.</summary>
    public bool IsOrderOpen(string file) => Path.GetExtension(file).Equals(".dat", StringComparison.OrdinalIgnoreCase) && RecordingFile.FactsOf(file, Facts).Rows is null;

    /// <summary>The picture that the middle of a recording gives.</summary>
    /// <exception cref="SpikeDataException">The recording cannot be read; see SPIKE450 to SPIKE473.</exception>
    public GrayPicture Read(string file)
    {
        using SpikeRecording recording = SpikeRecording.Open(file, Facts);
        int ticks = (int)Math.Min(Ticks, recording.Ticks);
        return See(recording.Read((recording.Ticks - ticks) / 2, ticks), Path.GetFileName(file)) with { File = file, Warning = recording.Warning };
    }

    /// <summary>The picture that spikes give.</summary>
    public GrayPicture See(SpikeStream spikes, string name)
    {
        using Device cpu = Device.Open("cpu");
        using SpikeBlock block = new(cpu, spikes);
        byte[] light = Texture == SpikeTexture.Playback ? Imaging.Texture.FromPlayback(block, 0, block.Ticks) : FromIntervals(block);
        return new(name, block.Height, block.Width, Stretch(light));
    }

    /// <summary>The mean of intervals around a few neighboring moments: one alone is spoiled by every noise spike.</summary>
    static byte[] FromIntervals(SpikeBlock block)
    {
        int[] sums = new int[block.Pixels];
        int[] moments = [.. Enumerable.Range(-Moments / 2, Moments).Select(moment => block.Ticks / 2 + moment * TicksBetweenMoments).Where(tick => tick >= 0 && tick < block.Ticks - 1)];
        foreach (int tick in moments)
        {
            byte[] light = Imaging.Texture.FromInterval(block, tick, Math.Max(1, block.Ticks / 2));
            for (int pixel = 0; pixel < sums.Length; pixel++) sums[pixel] += light[pixel];
        }

        return Array.ConvertAll(sums, sum => (byte)(sum / Math.Max(1, moments.Length)));
    }

    /// <summary>Makes the brightest pixels white: spike cameras rarely run at full light.</summary>
    static byte[] Stretch(byte[] light)
    {
        int[] sorted = [.. light.Select(value => (int)value).Order()];
        int brightest = Math.Max(1, sorted[(int)(sorted.Length * 0.995)]);
        return Array.ConvertAll(light, value => (byte)Math.Min(255, value * 255 / brightest));
    }
}

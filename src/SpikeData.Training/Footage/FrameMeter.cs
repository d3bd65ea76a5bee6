using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Measures networks by the middle frames they make of held-out footage.</summary>
sealed class FrameMeter(Device device, IReadOnlyList<Footage> heldOut) : IDisposable
{
    const int Most = 8;

    readonly Tape tape = new(device) { Records = false };

    /// <summary>How many frames are made.</summary>
    public int Count => Math.Min(heldOut.Sum(part => part.Triplets), Most);

    /// <summary>The mean peak signal-to-noise ratio of the frames that a network makes, in decibels.</summary>
    public double Measure(IVideoNetwork network) => Shown().Average(shown =>
    {
        tape.Clear();
        Tensor first = tape.Input(network, shown.First, shown.Height, shown.Width), second = tape.Input(network, shown.Second, shown.Height, shown.Width);
        float[] planes = new float[shown.Truth.Length];
        tape.ReadFrame(network.Interpolate(first, second, [0.5f]).First().Frame, shown.Height, shown.Width, planes);
        byte[] made = new byte[planes.Length];
        network.ToPixels(planes, made);
        return Psnr(made, shown.Truth);
    });

    /// <summary>The same of the mean of both frames, which a network should exceed.</summary>
    public double MeasureMean() => Shown().Average(shown => Psnr([.. shown.First.Zip(shown.Second, (first, second) => (byte)((first + second + 1) / 2))], shown.Truth));

    public void Dispose() => tape.Dispose();

    static double Psnr(byte[] made, byte[] truth)
    {
        long squares = 0;
        for (int i = 0; i < made.Length; i++) squares += (made[i] - truth[i]) * (made[i] - truth[i]);
        return 10 * Math.Log10(255.0 * 255 * made.Length / Math.Max(squares, 1));
    }

    /// <summary>Some triplets, evenly spread over all footage.</summary>
    IEnumerable<Triplet> Shown()
    {
        int all = heldOut.Sum(part => part.Triplets);
        for (int i = 0; i < Count; i++)
        {
            int index = (int)((long)i * all / Count), part = 0;
            while (index >= heldOut[part].Triplets) index -= heldOut[part++].Triplets;
            yield return heldOut[part].Show(index);
        }
    }
}

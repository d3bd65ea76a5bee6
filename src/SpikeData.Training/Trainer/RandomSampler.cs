using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Decides by chance which sample of a training run comes when, and which part of it is shown.</summary>
/// <remarks>
/// Each decision is a function of the seed, the run's name and the place, so a run that goes on from a checkpoint decides as an unbroken one.
/// </remarks>
sealed class RandomSampler(long seed, string name)
{
    readonly PhiloxKey order = PhiloxKey.Derive(seed, name, "order"), windows = PhiloxKey.Derive(seed, name, "windows");
    int[] shuffled = [];
    (int Epoch, int Round) current = (-1, 0);

    /// <summary>The sample at a place of an epoch: every one comes once before any comes again.</summary>
    public int Sample(int epoch, int place, int samples)
    {
        (int round, int turn) = Math.DivRem(place, samples);
        if (current != (epoch, round)) Shuffle(epoch, round, samples);
        return shuffled[turn];
    }

    /// <summary>A square part of a sample, as large as asked for or as there is.</summary>
    public SpikeWindow Window(int epoch, int place, Scene scene, int side)
    {
        (int height, int width) = (Math.Min(side, scene.Height), Math.Min(side, scene.Width));
        (uint down, uint right, _, _) = Philox.Draw((uint)epoch, (uint)place, 0, 0, windows);
        return new(Rng.Below(down, scene.Height - height + 1), Rng.Below(right, scene.Width - width + 1), height, width);
    }

    void Shuffle(int epoch, int round, int samples)
    {
        if (shuffled.Length != samples) shuffled = new int[samples];
        for (int i = 0; i < samples; i++)
        {
            int other = Rng.Below(Philox.Draw((uint)epoch, (uint)round, (uint)i, 0, order).A, i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], i);
        }

        current = (epoch, round);
    }
}

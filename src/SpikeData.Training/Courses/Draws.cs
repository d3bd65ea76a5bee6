using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>What chance decides in a course: which exposure comes when, and which part of it is shown.</summary>
/// <remarks>Each decision is a function of the seed, the course and the place, so a course that goes on from a checkpoint decides as an unbroken one.</remarks>
sealed class Draws(long seed, string course)
{
    readonly PhiloxKey order = PhiloxKey.Derive(seed, course, "order"), windows = PhiloxKey.Derive(seed, course, "windows");
    int[] shuffled = [];
    (int Epoch, int Round) current = (-1, 0);

    /// <summary>The exposure at a place of an epoch: every one comes once before any comes again.</summary>
    public int Scene(int epoch, int place, int scenes)
    {
        (int round, int turn) = Math.DivRem(place, scenes);
        if (current != (epoch, round)) Shuffle(epoch, round, scenes);
        return shuffled[turn];
    }

    /// <summary>A square part of a scene, as large as asked for or as there is.</summary>
    public SpikeWindow Window(int epoch, int place, Scene scene, int side)
    {
        (int height, int width) = (Math.Min(side, scene.Height), Math.Min(side, scene.Width));
        (uint down, uint right, _, _) = Philox.Draw((uint)epoch, (uint)place, 0, 0, windows);
        return new(Chance.Below(down, scene.Height - height + 1), Chance.Below(right, scene.Width - width + 1), height, width);
    }

    void Shuffle(int epoch, int round, int scenes)
    {
        if (shuffled.Length != scenes) shuffled = new int[scenes];
        for (int i = 0; i < scenes; i++)
        {
            int other = Chance.Below(Philox.Draw((uint)epoch, (uint)round, (uint)i, 0, order).A, i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], i);
        }

        current = (epoch, round);
    }
}

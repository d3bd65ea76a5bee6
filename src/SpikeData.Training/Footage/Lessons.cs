using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>What a course on frames is shown: windows of all footage, drawn, turned and put on a tape.</summary>
sealed class Lessons
{
    readonly IReadOnlyList<Footage> footage;
    readonly Variations variations;
    readonly Triplet[] windows;
    readonly Draws draws;
    readonly PhiloxKey key;

    /// <param name="footage">What windows are cut from.</param>
    /// <param name="variations">How they are varied.</param>
    /// <param name="side">The side of a window in pixels.</param>
    /// <param name="batch">How many are shown at once.</param>
    /// <param name="seed">What chance depends on.</param>
    public Lessons(IReadOnlyList<Footage> footage, Variations variations, int side, int batch, long seed)
    {
        (this.footage, this.variations) = (footage, variations);
        windows = [.. Enumerable.Range(0, batch).Select(_ => new Triplet(side, side))];
        (draws, key) = (new(seed, "footage"), PhiloxKey.Derive(seed, "footage", "windows"));
    }

    /// <summary>How many windows an epoch shows.</summary>
    public int PerEpoch => footage.Sum(part => part.Windows);

    /// <summary>Shows a batch: each window of an epoch once, in an order of chance.</summary>
    /// <param name="level">The number that stands for a color.</param>
    public Lesson Show(Tape tape, int epoch, int batch, Func<byte, float> level)
    {
        (Footage Part, int Index)[] places = [.. windows.Select((_, i) => Locate(draws.Scene(epoch, batch * windows.Length + i, PerEpoch)))];
        Chance[] chances = [.. windows.Select((_, i) => new Chance(key, epoch, batch * windows.Length + i))];
        Parallel.For(0, windows.Length, i => places[i].Part.Cut((long)epoch * places[i].Part.Windows + places[i].Index, chances[i], windows[i]));
        float[] levels = [.. Enumerable.Range(0, 256).Select(color => level((byte)color))];
        return Lesson.Of(tape, windows, [.. chances.Select(variations.Draw)], levels);
    }

    (Footage Part, int Index) Locate(int window)
    {
        foreach (Footage part in footage)
        {
            if (window < part.Windows) return (part, window);
            window -= part.Windows;
        }

        throw new ArgumentOutOfRangeException(nameof(window));
    }
}

namespace SpikeData.Training.Tests;

/// <summary>Numbers for tests: the same in every run, spread over an interval, no two alike.</summary>
static class Numbers
{
    /// <summary>A shuffled grid over [-1, 1]: neighbors in value lie <c>2 / count</c> apart, so that small changes swap none.</summary>
    public static float[] Spread(int count, int seed = 1)
    {
        float[] numbers = [.. Enumerable.Range(0, count).Select(i => (2f * i + 1) / count - 1)];
        new Random(seed).Shuffle(numbers);
        return numbers;
    }

    /// <summary>Drawn evenly from [-1, 1].</summary>
    public static float[] Random(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextSingle() - 1)];
    }
}

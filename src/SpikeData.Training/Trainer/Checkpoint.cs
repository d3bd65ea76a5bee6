using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>A training run in the middle, as a file: the network, the optimizer, and how far it has come.</summary>
/// <param name="Step">Steps made.</param>
/// <param name="LossSum">The sum of losses since the last report.</param>
/// <param name="LossCount">How many losses that are.</param>
/// <param name="Seconds">How long it took so far.</param>
readonly record struct Checkpoint(int Step, double LossSum, int LossCount, double Seconds)
{
    const string Values = "values/", Key = "key", Numbers = "course";

    /// <summary>Where a run is after one step more.</summary>
    /// <exception cref="SpikeDataException">SPIKE514: training has diverged.</exception>
    public Checkpoint After(TrainingRun run)
    {
        float loss = run.Step(Step);
        return float.IsFinite(loss) ? this with { Step = Step + 1, LossSum = LossSum + loss, LossCount = LossCount + 1 }
            : throw new SpikeDataException(
            "SPIKE514", $"The loss of '{run.Name}' is {loss} at step {Step}: training has diverged. Lower its learning-rate.");
    }

    public void Save(string path, string key, TrainingRun run)
    {
        Weights all = [];
        all.Add(Key, NdArray.Of<byte>(Convert.FromHexString(key), key.Length / 2));
        all.Add(Numbers, NdArray.Of<double>([Step, LossSum, LossCount, Seconds], 4));
        foreach ((string name, NdArray array) in Weights.Of(run.Network.Parameters)) all.Add(Values + name, array);
        run.Adam.Save(all);
        NpzWeights.Write(path, all);
    }

    /// <summary>Goes on from a file, if there is one of this key; else from the beginning.</summary>
    public static Checkpoint Load(string path, string key, TrainingRun run)
    {
        if (!File.Exists(path)) return default;
        Weights all = NpzWeights.Read(path), values = [];
        if (!all[Key].Bytes.SequenceEqual(Convert.FromHexString(key))) return default;
        foreach ((string name, NdArray array) in all)
            if (name.StartsWith(Values, StringComparison.Ordinal)) values.Add(name[Values.Length..], array);
        values.CopyTo(run.Network.Parameters);
        run.Adam.Load(all);
        ReadOnlySpan<double> numbers = all[Numbers].As<double>();
        return new((int)numbers[0], numbers[1], (int)numbers[2], numbers[3]);
    }
}

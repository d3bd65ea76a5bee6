using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>A course in the middle, as a file: the network, the optimizer, and how far it has come.</summary>
/// <param name="Step">Steps made.</param>
/// <param name="LossSum">The sum of losses since the last report.</param>
/// <param name="LossCount">How many losses that are.</param>
/// <param name="Seconds">How long it took so far.</param>
readonly record struct Checkpoint(int Step, double LossSum, int LossCount, double Seconds)
{
    const string Values = "values/", Key = "key", Numbers = "course";

    public void Save(string path, string key, Course course)
    {
        Weights all = [];
        all.Add(Key, NdArray.Of<byte>(Convert.FromHexString(key), key.Length / 2));
        all.Add(Numbers, NdArray.Of<double>([Step, LossSum, LossCount, Seconds], 4));
        foreach ((string name, NdArray array) in Weights.Of(course.Network.Parameters)) all.Add(Values + name, array);
        course.Adam.Save(all);
        NpzWeights.Write(path, all);
    }

    /// <summary>Goes on from a file, if there is one of this key; else from the beginning.</summary>
    public static Checkpoint Load(string path, string key, Course course)
    {
        if (!File.Exists(path)) return default;
        Weights all = NpzWeights.Read(path), values = [];
        if (!all[Key].Bytes.SequenceEqual(Convert.FromHexString(key))) return default;
        foreach ((string name, NdArray array) in all)
            if (name.StartsWith(Values, StringComparison.Ordinal)) values.Add(name[Values.Length..], array);
        values.CopyTo(course.Network.Parameters);
        course.Adam.Load(all);
        ReadOnlySpan<double> numbers = all[Numbers].As<double>();
        return new((int)numbers[0], numbers[1], (int)numbers[2], numbers[3]);
    }
}

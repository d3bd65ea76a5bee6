using System.Text;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

/// <summary>Every kind of file that weights are read from, and the log of a training.</summary>
public sealed class HostileWeightsTests : HostileFileTest
{
    static readonly Weights Some = new() { { "conv.weight", NdArray.Of<float>([1, 2, 3, 4, 5, 6], 1, 2, 3) }, { "conv.bias", NdArray.Of<float>([7], 1) } };

    static readonly Dictionary<string, (byte[] Sound, Action<string> Read)> Readers = new()
    {
        ["weights.safetensors"] = (Written(SafeTensors.Write), path => WeightFile.Read(path)),
        ["weights.npz"] = (Written(NpzWeights.Write), path => WeightFile.Read(path)),
        ["state-dict.pth"] = (File.ReadAllBytes(Golden.Path("weights/state-dict.pth")), path => WeightFile.Read(path)),
        ["state-dict-legacy.pth"] = (File.ReadAllBytes(Golden.Path("weights/state-dict-legacy.pth")), path => WeightFile.Read(path)),
        ["checkpoint.pth"] = (File.ReadAllBytes(Golden.Path("weights/checkpoint.pth")), path => WeightFile.Read(path)),
        ["metrics.jsonl"] = (
            Encoding.UTF8.GetBytes("""{"course":"ldn","step":1,"steps":2,"loss":0.5,"psnr":null,"learningRate":0.001,"samplesPerSecond":3,"seconds":4}""" + "\n"),
            path => _ = new MetricsLog(path).Read().Count()),
    };

    public static TheoryData<string> Names => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyFile_IsReadOrExplained(string name) => Try(name);

    protected override (byte[] Sound, Action<string> Read) Reader(string name) => Readers[name];

    static byte[] Written(Action<Stream, Weights> write)
    {
        MemoryStream file = new();
        write(file, Some);
        return file.ToArray();
    }
}

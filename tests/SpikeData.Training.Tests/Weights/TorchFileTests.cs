using CsCheck;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

/// <summary>Files that PyTorch itself wrote; tests/golden/weights/README.md says how.</summary>
public sealed class TorchFileTests
{
    public static TheoryData<string> StateDicts => ["state-dict.pth", "state-dict-legacy.pth", "state-dict-protocol4.pth"];

    [Theory]
    [MemberData(nameof(StateDicts))]
    public void StateDict_HasTheNumbersThatPyTorchSaved(string file)
    {
        Weights weights = Read(file);
        Assert.Equal(
            ["conv.weight", "conv.bias", "transposed", "part", "tied", "half", "brain", "double", "count", "int", "byte", "bool", "empty"], weights.Names);
        Assert.Equal([2, 3, 2, 2], weights["conv.weight"].Shape.ToArray());
        Assert.Equal(Enumerable.Range(0, 24).Select(i => i / 2f - 3), Floats(weights, "conv.weight"));
        Assert.Equal([-3, -2.5f, -2], Floats(weights, "tied"));
        Assert.Equal([-0.5f, 0, 0.5f, 1], Floats(weights, "part"));
        Assert.Equal([-3, -2.5f, -2, -1.5f], Floats(weights, "half"));
        Assert.Equal([-3, -2.5f, -2, -1.5f], Floats(weights, "brain"));
        Assert.Equal([-3, -2.5], weights["double"].As<double>().ToArray());
        Assert.Equal([7], weights["count"].As<long>().ToArray());
        Assert.Equal([0, 1, 2], weights["int"].As<int>().ToArray());
        Assert.Equal([0, 1, 2], weights["byte"].As<byte>().ToArray());
        Assert.Equal([true, false], weights["bool"].As<bool>().ToArray());
        Assert.Equal([0, 4], weights["empty"].Shape.ToArray());
    }

    [Theory]
    [MemberData(nameof(StateDicts))]
    public void TransposedTensor_IsLaidOutInTheOrderOfItsShape(string file)
    {
        NdArray transposed = Read(file)["transposed"];
        Assert.Equal([4, 3], transposed.Shape.ToArray());
        Assert.Equal([-3, -1, 1, -2.5f, -0.5f, 1.5f, -2, 0, 2, -1.5f, 0.5f, 2.5f], transposed.As<float>().ToArray());
    }

    [Fact]
    public void Checkpoint_GivesItsStateDict_WithoutTheWrappersName()
    {
        Weights weights = Read("checkpoint.pth");
        Assert.Equal(["0.weight", "0.bias", "1.weight"], weights.Names);
        Assert.Equal([3, 3], Floats(weights, "1.weight"));
    }

    [Theory]
    [InlineData("state-dict.pth")]
    [InlineData("state-dict-legacy.pth")]
    public void DamagedFile_IsRefusedOrRead_AndNothingElse(string file)
    {
        byte[] sound = File.ReadAllBytes(Golden.Path($"weights/{file}"));
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, sound.Length]).Array[1, 3].Sample(
            changes =>
            {
                byte[] damaged = (byte[])sound.Clone();
                foreach (var (place, value, _) in changes) damaged[place] = value;
                if (changes.Length == 3) damaged = damaged[..changes[0].Item3];
                try
                {
                    using MemoryStream stream = new(damaged);
                    TorchFile? opened = file.Contains("legacy", StringComparison.Ordinal) ? new LegacyTorchFile(stream) : TorchArchive.Open(stream);
                    if (opened is not null) _ = Weights.Of(opened.Arrays(null));
                }
                catch (SpikeDataException problem) when (problem.Id is "SPIKE501" or "SPIKE552" or "SPIKE553" or "SPIKE554")
                {
                }
            },
            iter: 500);
    }

    static Weights Read(string file) => WeightFile.Read(Golden.Path($"weights/{file}"));

    static float[] Floats(Weights weights, string name) => Training.Floats.Of(weights[name]).ToArray();
}

using System.Reflection;
using System.Security.Cryptography;
using SpikeData.Pipelines;

namespace SpikeData.Training.Tests;

public sealed class SmallRifeTests
{
    /// <summary>Recipes that name no weights have the version of the stage alone in their keys: other weights, another version.</summary>
    [Fact]
    public void Weights_AreThoseOfThisVersionOfTheStage()
    {
        using Stream weights = typeof(SmallRife).Assembly.GetManifestResourceStream("rife-small.safetensors")!;
        Assert.True(weights.Length <= 2_000_000);
        Assert.Equal(
            (2, "90c3dd9e1aae1bb9395f9f491790e24433e56130ffb5bfd8b2f798eeccdeb9aa"),
            (typeof(Rife).GetCustomAttribute<VariantAttribute>()!.Version, Convert.ToHexStringLower(SHA256.HashData(weights))));
    }
}

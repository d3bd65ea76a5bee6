using static SpikeData.Testing.DatasetVerifier;

namespace SpikeData.Demo.Tests;

/// <summary>The demo data are the ones that were reviewed, byte for byte, on every machine that runs this.</summary>
public sealed class DataTests
{
    [Fact]
    public Task Demo_IsTheReviewedOne() => Verify(Datasets.Demo);
}

using PublicApiGenerator;
using static VerifyXunit.Verifier;

namespace SpikeData.Compute.Tests;

/// <summary>What others build upon does not change by accident.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public async Task PublicApi_IsTheReviewedOne() => await Verify(typeof(Device).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }));
}

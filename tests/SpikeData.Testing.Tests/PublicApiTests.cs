using PublicApiGenerator;
using static VerifyXunit.Verifier;

namespace SpikeData.Testing.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public async Task PublicApi_IsTheReviewedOne() =>
        await Verify(typeof(DatasetVerifier).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }));
}

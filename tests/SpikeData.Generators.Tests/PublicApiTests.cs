using PublicApiGenerator;
using static VerifyXunit.Verifier;

namespace SpikeData.Generators.Tests;

public class PublicApiTests
{
    [Fact]
    public async Task PublicApi_IsTheReviewedOne() =>
        await Verify(typeof(PipelineGenerator).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }));
}

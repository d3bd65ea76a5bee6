using PublicApiGenerator;
using static VerifyXunit.Verifier;

namespace SpikeData.Recipes.Tests;

public class PublicApiTests
{
    [Fact]
    public async Task PublicApi_IsTheReviewedOne() =>
        await Verify(typeof(RecipeReader).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }));
}

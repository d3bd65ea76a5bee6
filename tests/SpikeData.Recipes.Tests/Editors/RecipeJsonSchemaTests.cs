using System.Text.Json;
using static VerifyXunit.Verifier;

namespace SpikeData.Recipes.Tests;

public class RecipeJsonSchemaTests
{
    [Fact]
    public async Task Schema_SaysWhatTheStagesSay() => await Verify(RecipeJsonSchema.Write(TestStages.All), extension: "json");

    [Fact]
    public void EveryReference_LeadsSomewhere()
    {
        using JsonDocument schema = JsonDocument.Parse(RecipeJsonSchema.Write(TestStages.All));
        JsonElement definitions = schema.RootElement.GetProperty("definitions");
        string[] references = [.. References(schema.RootElement)];
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.True(definitions.TryGetProperty(reference["#/definitions/".Length..], out _), reference));
    }

    [Fact]
    public void TextsOfAnyKind_AreJson()
    {
        StageSchema strange = TestStages.All.Stages[0] with { Summary = "a \"quoted\" back\\slash,\na line, \u0001 and \ud800" };
        using JsonDocument schema = JsonDocument.Parse(RecipeJsonSchema.Write(TestStages.All with { Stages = new([strange]) }));
    }

    static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .SelectMany(member => member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}

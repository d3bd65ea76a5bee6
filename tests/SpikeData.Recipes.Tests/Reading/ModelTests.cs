using static VerifyXunit.Verifier;

namespace SpikeData.Recipes.Tests;

public class ModelTests
{
    const string Demo = "datasets:\n  demo: [ decode: { from: a.mp4 }, expose, synthesize-blur, write ]\n";

    [Fact]
    public void Model_IsTheValuesOfItsKind()
    {
        RecipeBook book = TestStages.Read(Demo + "models:\n  small:\n    dataset: demo\n    train: [ bsn: { epochs: 5 }, edsr ]\n    seed: 3");
        Assert.Empty(book.Problems);
        ModelRecipe model = Assert.Single(book.Models);
        Assert.Equal("small", model.Name);
        Assert.Equal("s-sdm", model.Kind.Variant.Name);
        Assert.Equal(new RecipeValue.Dataset("demo"), model.Kind.Arguments[0].Value);
        RecipeValue.List train = Assert.IsType<RecipeValue.List>(model.Kind.Arguments[1].Value);
        Assert.Equal(["bsn", "edsr"], train.Items.Cast<RecipeValue.Choice>().Select(item => item.Variant.Name));
    }

    [Fact]
    public async Task Mistakes_AreReportedAtTheirPlace() => await Verify(ProblemReport.Of(
        Demo + "models:\n  small: { dataset: dmo, train: [bsn] }",
        Demo + "models:\n  small: { train: [bsn] }",
        Demo + "models:\n  small: { dataset: demo, train: [ bsn: { epochs: 5000, epoch: 1 }, esdr ] }",
        Demo + "models:\n  small: { dataset: demo, train: bsn }",
        Demo + "models:\n  small: demo",
        Demo + "models: [small]",
        Demo + "models:\n  Small: { dataset: demo, train: [bsn] }",
        Demo + "models:\n  small: { kind: gan, dataset: demo, train: [bsn] }",
        Demo + "models:\n  small: { kind: rife, dataset: demo }",
        Demo + "models:\n  small: { seed: 2 }",
        Demo + "model:\n  small: { dataset: demo, train: [bsn] }"));

    [Theory]
    [InlineData("{ kind: rife, weights: a.npz }", "rife")]
    [InlineData("{ weights: a.npz, seed: 2 }", "rife")]
    [InlineData("{ dataset: demo, train: [bsn], seed: 2 }", "s-sdm")]
    public void KindThatIsNotNamed_IsTheOneThatKnowsTheKeys(string model, string kind) =>
        Assert.Equal(kind, Assert.Single(TestStages.Read(Demo + "models:\n  small: " + model).Models).Kind.Variant.Name);

    [Fact]
    public void Models_MayStandAlone()
    {
        RecipeBook book = TestStages.Read("models:\n  small: { kind: rife, weights: a.npz }");
        Assert.Empty(book.Problems);
        Assert.Empty(book.Recipes);
        Assert.Single(book.Models);
    }

    [Fact]
    public void ModelOfAFaultyDataSet_IsLeftOut()
    {
        RecipeBook book = TestStages.Read("datasets:\n  demo: [ decode: { from: a.mp4 }, expse, write ]\nmodels:\n  small: { dataset: demo, train: [bsn] }");
        Assert.Single(book.Problems);
        Assert.Empty(book.Models);
    }
}

using SpikeData.Recipes;

namespace SpikeData.Cli.Tests;

public sealed class StageCatalogTests
{
    [Fact]
    public void EveryShippedStage_SaysWhatItAndItsParametersAre()
    {
        StageSchemas schemas = StageCatalog.Shipped.Schemas;
        IEnumerable<(string Owner, ParameterSchema Parameter)> parameters = schemas.Stages.SelectMany(stage => stage.Parameters.Select(parameter => (stage.Name, parameter)))
            .Concat(schemas.Choices.SelectMany(choice => choice.Variants).SelectMany(variant => variant.Parameters.Select(parameter => (variant.Name, parameter))));
        Assert.Empty(parameters.Where(each => each.Parameter.Summary.Length == 0).Select(each => $"{each.Owner}: {each.Parameter.Name}"));
        Assert.Empty(schemas.Stages.Where(stage => stage.Summary.Length == 0).Select(stage => stage.Name));
    }

    [Fact]
    public void StagesOfAProject_StandBesideAllShippedOnes()
    {
        StageSchemas shipped = StageCatalog.Shipped.Schemas, all = StageCatalog.With(typeof(StageCatalogTests).Assembly.Location).Schemas;
        Assert.Subset(all.Stages.Select(stage => stage.Name).ToHashSet(), shipped.Stages.Select(stage => stage.Name).ToHashSet());
        Assert.NotEmpty(all.Choice(ContractNames.Model).Variants);
        Assert.NotNull(all.Stage("calibrate"));
    }

    [Fact]
    public void SourceGivesAClip_AndOnlyASourceBeginsARecipe()
    {
        StageSchema decode = StageCatalog.Shipped.Schemas.Stage("decode")!;
        Assert.True(decode.IsSource);
        Assert.Equal(ContractNames.Clip, decode.Output.TypeName);
        Assert.Equal(["decode", "read-recording"], StageCatalog.Shipped.Schemas.Stages.Where(stage => stage.IsSource).Select(stage => stage.Name));
    }

    [Fact]
    public void WriteTakesEveryProduct()
    {
        FlowInput input = StageCatalog.Shipped.Schemas.Stage("write")!.Input;
        Assert.True(input.TakesEvery);
        Assert.All(["synthesize-blur", "simulate-spikes", "extract-sharp"], name => Assert.True(input.Accepts(StageCatalog.Shipped.Schemas.Stage(name)!.Output)));
    }
}

namespace SpikeData.Recipes.Tests;

/// <summary>The stages of the paper's recipe as a compiler would describe them, with a few parameters more, one of each form.</summary>
static class TestStages
{
    public static StageSchemas All { get; } = new(
        new([
            Stage("decode", In("Workspace"), "Clip",
                new("from", "From", new ParameterType.Text(), Required: true, "A file or a pattern."),
                new("frames", "Frames", new ParameterType.Scalar("P.FrameRange", @"[0-9]{1,9}\.\.([0-9]{1,9})?", "180..252"), Required: false),
                new("size", "Size", new ParameterType.Scalar("P.FrameSize", "[1-9][0-9]{0,4}x[1-9][0-9]{0,4}", "640x360"), Required: false),
                new("optional", "Optional", new ParameterType.Flag(), Required: false, Default: "false")) with { IsSource = true },
            Stage("interpolate", In("Clip"), "Clip",
                new("method", "Method", new ParameterType.Choice("P.IInterpolation"), Required: false),
                Whole("factor", 1, 256, "frames per recorded frame", "8")),
            Stage("expose", In("Clip"), "Exposures", Whole("frames", 1, 100_000, "frames", "97"), Whole("skip", 0, 100_000, "frames", "7")),
            Stage("synthesize-blur", In("Exposures"), "BlurryImages"),
            Stage("simulate-spikes", In("Exposures"), "SpikeStreams",
                new("noise", "Noise", new ParameterType.Choice("P.INoise"), Required: false),
                new("extra", "Extra", new ParameterType.Choice("P.INoise"), Required: false),
                new("reset", "Reset", Reset, Required: false, Default: "soft"),
                new("terms", "Terms", new ParameterType.List(new ParameterType.Choice("P.INoise")), Required: false),
                new("weights", "Weights", new ParameterType.List(new ParameterType.Number("double")), Required: false, Range: new(0, 1, "")),
                Whole("scale", 1, 64, "pixels", "4"), Whole("seed", 0, int.MaxValue, "", "1")),
            Stage("extract-sharp", In("Exposures"), "SharpImages", Whole("frames", 1, 100_000, "frames", "1")),
            Stage("write", new FlowInput(Full("IProduct"), TakesEvery: true), "Samples"),
        ]),
        new([
            new("P.IInterpolation", new([Variant("dense-flow"), Variant("linear"), Variant("rife", Weights)])),
            new(ContractNames.Model, new(
            [
                Variant(
                    "s-sdm",
                    new("dataset", "Dataset", new ParameterType.DatasetName(), Required: true),
                    new("train", "Train", new ParameterType.List(new ParameterType.Choice("P.ITraining")), Required: true),
                    Whole("seed", 0, int.MaxValue, "", "1")),
                Variant("rife", Weights, Whole("seed", 0, int.MaxValue, "", "1")),
            ])),
            new("P.ITraining", new([Variant("bsn", Whole("epochs", 1, 1000, "", "100")), Variant("edsr")])),
            new("P.INoise", new([Variant("none"), Variant("inherent"), Variant("dark", Rate)])),
        ]));

    static ParameterType.Word Reset => new("P.Reset", new([new("hard", "Hard"), new("soft", "Soft", "Keeps the residue.")]));

    static ParameterSchema Weights => new("weights", "Weights", new ParameterType.Text(), Required: true);

    static ParameterSchema Rate => new("rate", "Rate", new ParameterType.Number("double"), Required: true, Range: new(0, 1, "spikes per tick"));

    public static RecipeBook Read(string yaml) => RecipeReader.Read(yaml, All);

    static FlowInput In(string type) => new(Full(type));

    static string Full(string type) => "SpikeData.Pipelines." + type;

    static StageSchema Stage(string name, FlowInput input, string output, params ParameterSchema[] parameters)
    {
        string[] types = output is "Clip" or "Exposures" or "Samples" ? [Full(output)] : [Full(output), Full("IProduct")];
        return new(name, Full(KebabCase.ToPascal(name)), 1, $"The stage {name}.", input, new(Full(output), new(types)), new(parameters));
    }

    static VariantSchema Variant(string name, params ParameterSchema[] parameters) =>
        new(name, "P." + KebabCase.ToPascal(name), 1, $"The variant {name}.", new(parameters));

    static ParameterSchema Whole(string name, int minimum, int maximum, string unit, string value) =>
        new(name, KebabCase.ToPascal(name), ParameterType.OfNumber("int")!, Required: false, "", value, new(minimum, maximum, unit));
}

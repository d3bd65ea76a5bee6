using System.Globalization;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>The recipe that a person with some footage begins with: the paper's stages, with a shutter and a size that fit the footage.</summary>
/// <param name="Text">The recipe file.</param>
/// <param name="Plan">What comes of it.</param>
/// <param name="Remarks">What people are to be told, a sentence each.</param>
sealed record FirstRecipe(string Text, DatasetPlan Plan, IReadOnlyList<string> Remarks)
{
    /// <summary>What pictures are taken for that do not tell how fast they were taken, and nobody else does.</summary>
    public const double UsualRate = 30;

    /// <summary>Between frames that are further apart, things move too far to be followed.</summary>
    const double SlowRate = 15;

    /// <summary>A long path does not push away the comments of other lines.</summary>
    const int LongestAligned = 72;

    /// <param name="footage">What the recipe is for.</param>
    /// <param name="file">The recipe file.</param>
    /// <param name="schema">The file that editors complete the recipe by, relative to it; null where there is none.</param>
    /// <exception cref="SpikeDataException">The footage cannot be used, or is too short (SPIKE409).</exception>
    public static FirstRecipe Write(Footage footage, string file, string? schema)
    {
        FirstRecipe recipe = null!;
        FirstShutter[] shutters = [.. FirstShutter.For(footage.Rate)];
        foreach (FirstShutter shutter in shutters)
        {
            recipe = Write(footage, file, schema, shutter, null);
            if (recipe.Plan.Failures is not [{ Id: "SPIKE409" }, ..])
            {
                return recipe.Require(footage) with
                {
                    Text = Write(footage, file, schema, shutter, recipe.Plan).Text,
                    Remarks = [.. footage.Remarks, .. Shorter(shutters[0], shutter, footage.Rate), .. recipe.Remarks],
                };
            }
        }

        return recipe.Require(footage);
    }

    static FirstRecipe Write(Footage footage, string file, string? schema, FirstShutter shutter, DatasetPlan? plan)
    {
        string samples = plan is null ? "" : $"; {(plan.Samples is { } count ? Counted.Of(count, "sample") : "as many samples as frames allow")}";
        (string Stage, string Comment)[] stages =
        [
            ($$"""decode: { from: "{{footage.From.Replace("\"", "\\\"", StringComparison.Ordinal)}}"{{footage.Size}}{{footage.RateText}}{{footage.TimingText}} }""", footage.RateComment),
            ($$"""interpolate: { method: dense-flow, factor: {{shutter.Factor}} }""", shutter.FactorWords(footage.Rate)),
            ($$"""expose: { frames: {{shutter.Frames}}, skip: {{shutter.Skip}} }""", shutter.Words(footage.Rate) + samples),
            ("synthesize-blur", "what a camera records with this shutter"),
            ($$"""simulate-spikes: { model: physical, noise: inherent, scale: {{FirstSize.Scale}}, margin: {{FirstShutter.Margin}}, seed: 1 }""", ""),
            ($$"""extract-sharp: { frames: {{shutter.SharpFrames}} }""", shutter.SharpWords),
            ("write: { layout: s-sdm }", ""),
        ];
        int width = stages.Where(stage => stage.Comment.Length > 0 && stage.Stage.Length <= LongestAligned).Max(stage => stage.Stage.Length);
        string[] lines = [.. stages.Where(stage => shutter.Factor > 1 || !stage.Stage.StartsWith("interpolate", StringComparison.Ordinal))
            .Select(stage => stage.Comment.Length == 0 ? $"    - {stage.Stage}" : $"    - {stage.Stage.PadRight(width)}   # {stage.Comment}")];
        string text = $"""
            {(schema is null ? "" : $"# yaml-language-server: $schema={schema}\n")}# What is recorded, and how. `spikedata build --plan` says what comes of it,
            # `spikedata build` makes it, `spikedata stages` says what else there is.

            datasets:
              {footage.Name}:
            {string.Join('\n', lines)}

            """.ReplaceLineEndings("\n");
        RecipeFile read = RecipeFile.Of(text, file, StageCatalog.Shipped);
        if (read.Problems is [var problem, ..]) throw new SpikeDataException("SPIKE125", $"No recipe can be written for it: {problem}") { File = footage.Path };
        using Device device = Device.Open("cpu");
        DatasetPlan made = new DatasetBuilder(new(read.Directory, device)).Survey(read.Pipelines[0]);
        return new(text, made, made.Warnings);
    }

    FirstRecipe Require(Footage footage) =>
        Plan.Failures is [var failure, ..] ? throw new SpikeDataException(failure.Id, failure.Message, failure.Cause) { File = footage.Path } : this;

    static IEnumerable<string> Shorter(FirstShutter usual, FirstShutter chosen, double rate)
    {
        if (chosen != usual) yield return $"{chosen.Words(rate)}, in place of {usual.Length(rate)}, for which the clips are too short";
        if (rate < SlowRate)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"at {rate:0.###} frames per second things move far between two frames, ")
                + "and what is made up between them is a guess. Footage of 30 and more is better";
        }
    }
}

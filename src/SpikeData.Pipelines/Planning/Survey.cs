using System.Text.Json.Nodes;
using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Opens what a recipe names, without making anything of it: what is absent, does not fit, or is too short comes out before any work.</summary>
sealed class Survey(Pipeline pipeline, Workspace workspace)
{
    /// <summary>What a recipe does wrong whatever its footage is.</summary>
    static readonly string[] FaultsOfRecipes = ["SPIKE404", "SPIKE405", "SPIKE413", "SPIKE480"];

    readonly FailureList failures = new(pipeline);
    string skipped = "";

    public DatasetPlan Run()
    {
        PlannedClip?[] clips = [];
        failures.Try("", pipeline.Source.Pattern, () => clips = Look());
        if (clips.Length == 0) Rehearse();
        PlannedClip[] opened = [.. clips.OfType<PlannedClip>()];
        if (failures.IsEmpty && opened.Length > 0 && opened.All(clip => clip.Samples == 0)) failures.Add([Errors.NoSamples(opened)]);
        return new(pipeline.Name, opened, failures.All) { Skipped = skipped };
    }

    /// <summary>Looks at one clip; null where it cannot be opened.</summary>
    public PlannedClip? TryLook(ClipSource source)
    {
        try
        {
            return Look(source);
        }
        catch (Exception unknown) when (unknown is not OperationCanceledException)
        {
            return null;
        }
    }

    PlannedClip?[] Look()
    {
        IReadOnlyList<ClipSource> sources = pipeline.Source.Apply(workspace);
        if (NeededFiles.WhySkipped(pipeline, sources.Count == 0, workspace) is { } why)
        {
            skipped = sources.Count > 0 ? why : why + Parentheses(MissingPath.Meaning(pipeline.Source.Pattern, workspace.RecipeDirectory));
            return [];
        }

        NeededFiles.Check(pipeline, workspace);
        var clips = new PlannedClip?[sources.Count];
        ParallelWork.For(clips.Length, workspace.Jobs, LookAt, workspace.Cancellation);
        return clips;

        void LookAt(int index) => failures.Try(sources[index].Title, sources[index].Files[0], () => clips[index] = Look(sources[index]));
    }

    static string Parentheses(string hint) => hint.Length == 0 ? "" : $" ({hint[1..].TrimEnd('.')})";

    PlannedClip Look(ClipSource source)
    {
        source.RequireNames();
        try
        {
            Clip clip = pipeline.Source.Open(source, workspace);
            return Measure(clip, pipeline.Record(clip));
        }
        catch (SkippedClipException left)
        {
            return new(source.Title) { Samples = 0, Warnings = [.. ClipFacts.WarningsIn(new JsonObject { [DamagedFrames.Fact] = left.Facts.DeepClone() })] };
        }
    }

    static PlannedClip Measure(Clip recorded, Samples samples)
    {
        Clip latent = samples.Clip;
        int? needed = SampleCount.Needed(samples);
        JsonObject facts = new(samples.Products.Select(product => KeyValuePair.Create<string, JsonNode?>(product.Kind, product.Facts)).Concat(latent.Facts.All));
        return new(recorded.Source.Title)
        {
            Frames = recorded.Count,
            LatentFrames = latent.Count,
            FramesNeeded = latent.Count == recorded.Count && recorded.Count > 1 ? needed : needed > 1 ? ((needed - 2) / latent.Factor) + 2 : needed,
            Samples = latent.Count is { } count ? SampleCount.Of(samples, count) : null,
            ExposureMilliseconds = latent.FramesPerSecond is { } rate ? samples.Products[0].Exposures.Frames * 1000 / rate : null,
            Warnings = [.. ClipFacts.WarningsIn(facts).Distinct()],
        };
    }

    /// <summary>What needs no footage to be known comes with what keeps it from being found.</summary>
    void Rehearse()
    {
        try
        {
            ClipSource source = new("clip", "", [Path.Combine(workspace.RecipeDirectory, "clip")]);
            pipeline.Record(new(workspace, source, (pipeline.Source as Decode)?.Size ?? new(1280, 720), []));
        }
        catch (SpikeDataException fault) when (FaultsOfRecipes.Contains(fault.Id))
        {
            failures.Add([fault]);
        }
        catch (Exception unknown) when (unknown is not OperationCanceledException)
        {
            // Stages may need what is not there.
        }
    }
}

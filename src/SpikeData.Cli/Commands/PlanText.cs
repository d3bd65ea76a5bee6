using System.Globalization;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Plans of builds in words.</summary>
static class PlanText
{
    /// <summary>What would come of a data set, in one line.</summary>
    internal static string Line(DatasetPlan plan)
    {
        if (plan.Skipped.Length > 0) return $"{plan.Name}: skipped: {plan.Skipped}, which the recipe allows";
        string exposure = Exposure(plan) is { } length ? $", exposures of {length}" : "";
        string samples = plan.Samples is { } count ? $", {Counted.Of(count, "sample")}" : "";
        return $"{plan.Name}: {Counted.Of(plan.Clips.Count, "clip")}{(plan.Frames is { } frames ? $", {Counted.Of(frames, "frame")}" : "")}{samples}{exposure}";
    }

    /// <summary>The whole plan, a fact to a line.</summary>
    internal static IEnumerable<string> Lines(DatasetPlan plan)
    {
        if (plan.Skipped.Length > 0) return [Line(plan)];
        int kept = plan.Clips.Count(clip => clip.IsKept == true);
        (string, string?)[] facts =
        [
            ("clips", plan.Clips.Count.ToString(CultureInfo.InvariantCulture) + (kept > 0 ? $", {kept} of them finished in the store" : "")),
            ("frames", plan.Frames is { } frames ? $"{frames} recorded{(plan.LatentFrames is { } latent && latent != frames ? $", {latent} with those between them" : "")}" : "known once they are read"),
            ("samples", plan.Samples is { } samples ? $"{samples}" : "known once the frames are read"),
            ("exposure", Exposure(plan) ?? "not known: write frames-per-second in decode"),
            ("disk", plan.Bytes is { } bytes ? Size(bytes) + (kept < plan.Clips.Count ? ", estimated" : "") : null),
            ("time", plan.IsUpToDate == true ? "none: it is up to date" : plan.Time is { } time ? Time(time) : null),
        ];
        return [plan.Name, .. facts.Where(fact => fact.Item2 is not null).Select(fact => $"  {fact.Item1,-10}{fact.Item2}"), .. plan.Warnings.Select(warning => $"  warning   {warning}")];
    }

    /// <summary>How long exposures last, in milliseconds; null where no clip tells.</summary>
    internal static string? Exposure(DatasetPlan plan)
    {
        double[] all = [.. plan.Clips.Select(clip => clip.ExposureMilliseconds).OfType<double>()];
        if (all.Length == 0) return null;
        (string least, string most) = (Milliseconds(all.Min()), Milliseconds(all.Max()));
        return least == most ? least : $"{least} to {most}";
    }

    internal static string Milliseconds(double milliseconds) => string.Create(CultureInfo.InvariantCulture,
        $"{(milliseconds >= 10 ? Math.Round(milliseconds, MidpointRounding.AwayFromZero) : double.Parse($"{milliseconds:G2}", CultureInfo.InvariantCulture))} ms");

    static string Size(long bytes) => bytes switch
    {
        < 1_000_000 => $"{Math.Max(1, bytes / 1000)} kB",
        < 1_000_000_000 => $"{bytes / 1_000_000} MB",
        _ => $"{(bytes / 1e9).ToString("0.0", CultureInfo.InvariantCulture)} GB",
    };

    static string Time(TimeSpan time) => time == TimeSpan.Zero ? "seconds: every clip is finished in the store" : "about " + time switch
    {
        { TotalSeconds: < 100 } => $"{(int)Math.Ceiling(time.TotalSeconds)} s",
        { TotalMinutes: < 100 } => $"{(int)Math.Ceiling(time.TotalMinutes)} min",
        _ => $"{(int)Math.Ceiling(time.TotalHours)} h",
    } + ", estimated from some frames that were made here for a trial";
}

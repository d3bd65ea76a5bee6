using System.Globalization;

namespace SpikeData.Pipelines;

/// <summary>How far the build of one data set is, and how long it will take: <c>cockatoo, clip 3 of 10, 24 %, 4 min left</c>.</summary>
sealed class BuildShare(string dataset, TimeProvider clock)
{
    readonly OrderedDictionary<string, double> running = [];
    BuildProgress? latest;
    (long Time, double Share)? begun;
    long clips = 1, finished;

    public string Dataset => dataset;

    /// <summary>Takes a report; true when something else is being done than before.</summary>
    public bool Take(BuildProgress progress)
    {
        if (progress.Phase == BuildPhase.Recording && progress.Clip.Length == 0) (finished, clips) = (progress.Done, progress.Total ?? 1);
        else if (progress.Phase == BuildPhase.Recording) running[progress.Clip] = ShareOf(progress) ?? 0;
        else if (progress.Phase == BuildPhase.Finished) running.Remove(progress.Clip);
        if (progress.Phase == BuildPhase.Finished) return false;
        bool isNew = progress.Phase != latest?.Phase;
        latest = progress;
        // The first frame takes longer than others: devices and networks are prepared for it.
        if (Share > 0) begun ??= (clock.GetTimestamp(), Share);
        return isNew;
    }

    double Share => Math.Min(1, (finished + running.Values.Sum()) / clips);

    public override string ToString() => latest?.Phase switch
    {
        BuildPhase.Waiting => "waiting for another build",
        BuildPhase.Scanning => Joined("reading sources", Percent(ShareOf(latest))),
        BuildPhase.Publishing => Joined("putting files in place", Percent(ShareOf(latest))),
        _ => Recording(),
    };

    string Recording()
    {
        string clip = running.Count == 0 ? "" : running.GetAt(0).Key;
        string which = clips > 1 ? string.Create(CultureInfo.InvariantCulture, $"clip {Math.Min(finished + 1, clips)} of {clips}") : "";
        return Joined(clip, which, Percent(Share), Left());
    }

    string Left()
    {
        if (begun is not { } first || Share <= first.Share) return "";
        return Left(clock.GetElapsedTime(first.Time) * (1 - Share) / (Share - first.Share));
    }

    /// <summary>How long something takes, as exactly as anybody can know: <c>4 min left</c>.</summary>
    internal static string Left(TimeSpan time) => FormattableString.Invariant(time.TotalSeconds switch
    {
        < 10 => $"{Math.Ceiling(time.TotalSeconds):0} s left",
        < 60 => $"{Math.Ceiling(time.TotalSeconds / 5) * 5:0} s left",
        < 3600 => $"{Math.Ceiling(time.TotalMinutes):0} min left",
        _ => $"{Math.Floor(time.TotalHours):0} h {time.Minutes} min left",
    });

    static string Joined(params IEnumerable<string> parts) => string.Join(", ", parts.Where(part => part.Length > 0));

    static double? ShareOf(BuildProgress? progress) => progress?.Total is > 0 and { } total ? (double)progress.Done / total : null;

    static string Percent(double? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(100 * known):0} %") : "";
}

using Microsoft.Build.Framework;

namespace SpikeData.Build;

/// <summary>Shows the steps of a data set that the program builds, one after the other, and then its picture.</summary>
/// <remarks>The project that runs this is named after the data set, and loggers show it as any other: how long it took, what came out.</remarks>
public sealed class ShowDataset : Microsoft.Build.Utilities.Task, ICancelableTask
{
    volatile bool isCancelled;

    [Required]
    public string Dataset { get; set; } = "";

    /// <summary>Where the program's news are found.</summary>
    [Required]
    public string NewsFile { get; set; } = "";

    public override bool Execute()
    {
        NewsFile file = new(NewsFile);
        DateTime start = DateTime.UtcNow;
        for (int number = 0; !isCancelled && file.Current is { } news && news.Dataset == Dataset; number++)
        {
            // MSBuild remembers every project of a build, so the steps of a long one are longer.
            int seconds = 1 + (int)((DateTime.UtcNow - start).TotalSeconds / 100);
            DisplayProject.OfStep(news, file, number, seconds).Show(BuildEngine);
        }

        // In this form a message becomes the line of the project that remains on a terminal.
        if (file.Read().FirstOrDefault(news => news.IsFinished && news.Dataset == Dataset) is { } last) Log.LogMessage(MessageImportance.High, $"{Dataset} -> {last.Text}");
        return true;
    }

    public void Cancel() => isCancelled = true;
}

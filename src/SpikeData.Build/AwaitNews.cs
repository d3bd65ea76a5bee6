using Microsoft.Build.Framework;

namespace SpikeData.Build;

/// <summary>Waits until a data set has other news than those shown.</summary>
public sealed class AwaitNews : Microsoft.Build.Utilities.Task, ICancelableTask
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    volatile bool isCancelled;

    [Required]
    public string Dataset { get; set; } = "";

    /// <summary>The news that everybody sees already.</summary>
    [Required]
    public string Shown { get; set; } = "";

    /// <summary>Where the program's news are found.</summary>
    [Required]
    public string NewsFile { get; set; } = "";

    /// <summary>How long to wait at least, unless the data set is finished before.</summary>
    public int Seconds { get; set; }

    public override bool Execute()
    {
        NewsFile file = new(NewsFile);
        DateTime end = DateTime.UtcNow.AddSeconds(Seconds);
        while (!isCancelled)
        {
            Thread.Sleep(Pause);
            ProgramNews? current = file.Current;
            if (current?.Dataset != Dataset) break;
            if (DateTime.UtcNow >= end && DisplayProject.NameOf(current.Text) != Shown) break;
        }

        return true;
    }

    public void Cancel() => isCancelled = true;
}

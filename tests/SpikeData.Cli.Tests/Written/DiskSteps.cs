using System.Diagnostics;
using SpikeData.Imaging;

namespace SpikeData.Cli.Tests.Written;

/// <summary>Calls back before every step that changes something below a folder, while whoever takes it waits.</summary>
sealed class DiskSteps : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    readonly string folder;
    readonly Action look;
    readonly Lock alone = new();
    readonly List<IDisposable> subscriptions = [];

    public DiskSteps(string folder, Action look)
    {
        (this.folder, this.look) = (folder + Path.DirectorySeparatorChar, look);
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == Disk.Steps) subscriptions.Add(listener.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> step)
    {
        // Tests of other classes write at the same time.
        if (!Path.GetFullPath((string)step.Value!).StartsWith(folder, StringComparison.Ordinal)) return;
        lock (alone) look();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}

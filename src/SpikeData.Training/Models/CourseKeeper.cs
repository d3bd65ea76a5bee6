using System.Globalization;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Keeps the networks of a model up to date; nobody else does so at the same time.</summary>
sealed class CourseKeeper : IDisposable
{
    readonly ModelWork work;
    readonly ModelFolder folder;
    readonly Lease held;

    public CourseKeeper(ModelWork work)
    {
        (this.work, folder) = (work, new(work.Directory));
        Disk.MakeFolder(folder.Path);
        held = Lease.Take(folder.Lock, () => work.Say("Waiting for another process that trains this model."), work.Workspace.Cancellation);
    }

    /// <summary>Gives a network its finished weights, after training where they are out of date.</summary>
    /// <param name="key">Everything they depend on.</param>
    /// <param name="begin">Begins the course.</param>
    public void Keep(string name, CourseKey key, Network network, Func<Course> begin)
    {
        if (IsFinished(name, key.Text))
        {
            WeightFile.Read(folder.Weights(name)).CopyTo(network.Parameters);
            work.Say($"{work.Name}: {name} is up to date");
            return;
        }

        using Course course = begin();
        CourseRecord record = new CourseRun(course, key, folder, work.Progress).Run(work.Workspace.Cancellation);
        work.Say(string.Create(CultureInfo.InvariantCulture, $"{work.Name}: {name} made {record.Steps} steps in {record.Seconds:0} s, {(record.Psnr is { } psnr ? string.Create(CultureInfo.InvariantCulture, $"{psnr:0.00} dB") : "not measured: the data have no sharp images")}"));
    }

    public void Dispose() => held.Dispose();

    bool IsFinished(string name, string key) => Json.Read<CourseRecord>(folder.Record(name), _ => null).Value is { } known && known.Key == key && File.Exists(folder.Weights(name));
}

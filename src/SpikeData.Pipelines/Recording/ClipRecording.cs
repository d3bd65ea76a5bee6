using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The files of a clip in the making: taken over, or recorded in passes over its frames or their light.</summary>
/// <param name="samples">What to record.</param>
/// <param name="folder">Where the files go.</param>
/// <param name="report">Told how many frames have passed, and how many there are if that is known.</param>
/// <param name="cancellation">Ends a pass.</param>
sealed class ClipRecording(Samples samples, string folder, Action<long, long?> report, CancellationToken cancellation) : IDisposable
{
    const int FramesBetweenReports = 16;

    readonly SampleFiles writer = new(folder, samples, cancellation);

    /// <summary>Files that lie in the folder already.</summary>
    public void Add(IEnumerable<StoredFile> files)
    {
        foreach (StoredFile file in files) writer.Add(file);
    }

    /// <summary>Pulls the frames of a clip and pushes each of them to some products and whoever else looks on.</summary>
    public void FromFrames(Clip clip, IEnumerable<IProduct> products, IEnumerable<IRecorder> others)
    {
        List<IRecorder> own = [];
        try
        {
            foreach (IProduct product in products) own.Add(product.Record(writer));
            IRecorder[] recorders = [.. own, .. others];
            int index = 0;
            foreach (Frame frame in clip.Frames)
            {
                using (frame)
                {
                    cancellation.ThrowIfCancellationRequested();
                    foreach (IRecorder recorder in recorders) recorder.Take(frame, index);
                }

                Report(++index, clip);
            }

            report(index, index);
        }
        finally
        {
            foreach (IRecorder recorder in own) recorder.Dispose();
        }
    }

    /// <summary>Pushes the light of each frame to some products, in place of the frames.</summary>
    public void FromLight(Clip clip, IEnumerable<ILightProduct> products, LightReader reader)
    {
        List<ILightRecorder> recorders = [];
        try
        {
            foreach (ILightProduct product in products) recorders.Add((ILightRecorder)product.Record(writer));
            using Buffer<int> light = clip.Workspace.Device.Allocate<int>(reader.Light.Length);
            int index = 0;
            for (; reader.MoveNext(); Report(++index, clip))
            {
                cancellation.ThrowIfCancellationRequested();
                light.Upload(reader.Light);
                foreach (ILightRecorder recorder in recorders) recorder.Take(light, index);
            }

            report(index, index);
        }
        finally
        {
            foreach (ILightRecorder recorder in recorders) recorder.Dispose();
        }
    }

    /// <summary>Waits until every file is on the disk.</summary>
    public StoredFile[] Finish() => writer.Finish();

    public void Dispose() => writer.Settle();

    void Report(int index, Clip clip)
    {
        if (index % FramesBetweenReports == 0) report(index, clip.Count);
    }
}

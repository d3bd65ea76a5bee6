using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>One pass over a clip: pulls its frames and pushes each of them to every product.</summary>
static class ClipRecording
{
    const int FramesBetweenReports = 16;

    /// <summary>Records all products into a folder.</summary>
    /// <param name="samples">What to record.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="report">Told how many frames have passed, and how many there are if that is known.</param>
    /// <param name="cancellation">Ends the pass.</param>
    public static StoredFile[] Run(Samples samples, string folder, Action<long, long?> report, CancellationToken cancellation)
    {
        var writer = new SampleFiles(folder, samples, cancellation);
        try
        {
            foreach (IGrouping<Clip, IProduct> pass in samples.Products.GroupBy(product => product.Exposures.Clip))
            {
                Pass(pass.Key, [.. pass], writer, report, cancellation);
            }

            return writer.Finish();
        }
        finally
        {
            writer.Settle();
        }
    }

    static void Pass(Clip clip, IReadOnlyList<IProduct> products, SampleFiles writer, Action<long, long?> report, CancellationToken cancellation)
    {
        var recorders = new List<IRecorder>();
        try
        {
            foreach (IProduct product in products) recorders.Add(product.Record(writer));
            int index = 0;
            foreach (Frame frame in clip.Frames)
            {
                using (frame)
                {
                    cancellation.ThrowIfCancellationRequested();
                    foreach (IRecorder recorder in recorders) recorder.Take(frame, index);
                }

                if (++index % FramesBetweenReports == 0) report(index, clip.Count);
            }

            report(index, index);
        }
        finally
        {
            foreach (IRecorder recorder in recorders) recorder.Dispose();
        }
    }
}

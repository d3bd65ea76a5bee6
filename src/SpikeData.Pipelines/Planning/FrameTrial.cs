using System.Diagnostics;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Makes some frames of a clip, with all that is recorded of them, to see how long one takes here; what comes out is thrown away.</summary>
sealed class FrameTrial(Pipeline pipeline, Workspace workspace)
{
    static readonly TimeSpan Enough = TimeSpan.FromSeconds(1), AtMost = TimeSpan.FromSeconds(10);

    public TimeSpan TimeOfFrame(ClipSource source)
    {
        Samples samples = pipeline.Record(pipeline.Source.Open(source, workspace));
        IRecorder[] recorders = [.. samples.Products.Where(product => product.Exposures.Clip == samples.Clip).Select(product => product.Record(new Nowhere()))];
        try
        {
            return Measure(samples.Clip, recorders);
        }
        finally
        {
            foreach (IRecorder recorder in recorders) recorder.Dispose();
        }
    }

    /// <summary>Over whole gaps between recorded frames, since the first frame of one takes longest; without the first gap where there is a second.</summary>
    static TimeSpan Measure(Clip clip, IRecorder[] recorders)
    {
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan begun = TimeSpan.Zero;
        int index = 0, before = 0;
        foreach (Frame frame in clip.Frames)
        {
            using (frame)
            {
                foreach (IRecorder recorder in recorders) recorder.Take(frame, index);
            }

            index++;
            if (index == clip.Factor) (begun, before) = (watch.Elapsed, index);
            else if (index % clip.Factor == 0 && watch.Elapsed - begun > Enough) break;
            if (watch.Elapsed > AtMost) break;
        }

        return index > before ? (watch.Elapsed - begun) / (index - before) : watch.Elapsed / Math.Max(1, index);
    }

    /// <summary>Takes files, and forgets them.</summary>
    sealed class Nowhere : ISampleWriter
    {
        public void Write(string kind, int exposure, int number, string extension, IFileContent content) => content.Dispose();
    }
}

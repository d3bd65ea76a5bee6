using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Adds to a plan what of it is done already, and what the rest will about take: bytes by a frame of the clip, time by making some frames.</summary>
sealed class Estimate(Pipeline pipeline, Workspace workspace, ClipStore store)
{
    /// <summary>Means of frames, and frames made up, are smoother than recorded ones: pictures of them are smaller.</summary>
    const double ShareOfSmoothPicture = 0.8;

    /// <returns>The plan as it was where it would fail or be skipped.</returns>
    public DatasetPlan Of(DatasetPlan plan)
    {
        if (plan.Failures.Count > 0 || plan.Clips.Count == 0) return plan;
        Planner planner = new(pipeline, workspace, remembers: false);
        ClipPlan[] keys = [.. pipeline.Source.Apply(workspace).Select(source => planner.Plan(source))];
        (PlannedClip Clip, ClipPlan Key)[] clips = [.. plan.Clips.Zip(keys, (clip, key) => (Kept(clip, key), key))];
        if (clips.FirstOrDefault(clip => clip.Clip.IsKept == false) is not { Key: { } first })
        {
            bool isWhole = Manifest.Read(Path.Combine(workspace.OutputDirectory, pipeline.Name))?.Key == Planner.KeyOf(pipeline, keys);
            return plan with { Clips = [.. clips.Select(clip => clip.Clip)], IsUpToDate = isWhole, Time = TimeSpan.Zero };
        }

        double bytesPerPixel = PictureBytes(first.Source) * ShareOfSmoothPicture;
        PlannedClip[] all = [.. clips.Select(clip => clip.Clip.IsKept == true ? clip.Clip : clip.Clip with { Bytes = BytesOf(clip.Clip, clip.Key.Source, bytesPerPixel) })];
        long? left = all.Where(clip => clip.IsKept == false).Aggregate((long?)0, (sum, clip) => sum + clip.LatentFrames);
        return plan with { Clips = all, IsUpToDate = false, Time = left * new FrameTrial(pipeline, workspace).TimeOfFrame(first.Source) };
    }

    PlannedClip Kept(PlannedClip clip, ClipPlan plan) => store.Find(plan.Key) is { } kept
        ? clip with { IsKept = true, Samples = kept.Samples.Count, Bytes = kept.Files.Sum(file => file.Bytes) }
        : clip with { IsKept = false };

    long? BytesOf(PlannedClip clip, ClipSource source, double bytesPerPixel) =>
        clip.Samples * pipeline.Record(pipeline.Source.Open(source, workspace)).Products.Sum(product => product.EstimateBytes(bytesPerPixel));

    double PictureBytes(ClipSource source)
    {
        Clip clip = pipeline.Source.Open(source, workspace);
        foreach (Frame frame in clip.Frames)
        {
            using (frame)
            using (HostBytes picture = HostBytes.Picture(frame.Pixels, frame.Height, frame.Width))
            using (MemoryStream file = new())
            {
                picture.Encode(file);
                return file.Length / ((double)frame.Height * frame.Width);
            }
        }

        return 0;
    }
}

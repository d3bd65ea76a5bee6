using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Where every pixel of one frame has gone in another: dense inverse search, from coarse to fine (Kroeger et al., ECCV 2016), in whole numbers.</summary>
sealed class FlowField : IDisposable
{
    readonly Device device;
    readonly Buffer<int>[] fields;
    readonly Buffer<int> nowhere, patches, trust;

    public FlowField(Device device, BrightnessPyramid shape)
    {
        this.device = device;
        fields = [.. shape.Levels.Select(level => device.Allocate<int>(level.Height * level.Width))];
        nowhere = device.Allocate<int>(1);
        nowhere.Upload([0]);
        int count = PatchGrid.Count(shape.Levels[0].Height) * PatchGrid.Count(shape.Levels[0].Width);
        patches = device.Allocate<int>(count);
        trust = device.Allocate<int>(count);
    }

    /// <summary>The packed displacement of each pixel.</summary>
    public View<int> Displacements => fields[0].View;

    public void Estimate(BrightnessPyramid from, BrightnessPyramid to)
    {
        (View<int> coarse, int coarseHeight, int coarseWidth) = (nowhere.View, 1, 1);
        for (int i = fields.Length - 1; i >= 0; i--)
        {
            (BrightnessPyramid.Level source, View<int> other) = (from.Levels[i], to.Levels[i].Brightness.View);
            (int height, int width) = (source.Height, source.Width);
            SearchPatches search = new(source.Slopes.View, other, coarse, patches.View, trust.View, height, width, coarseHeight, coarseWidth);
            device.Run(search, PatchGrid.Count(height), PatchGrid.Count(width));
            device.Run(new SpreadPatches(source.Brightness.View, other, patches.View, trust.View, fields[i].View, height, width), height, width);
            (coarse, coarseHeight, coarseWidth) = (fields[i].View, height, width);
        }
    }

    public void Dispose()
    {
        foreach (Buffer<int> buffer in (Buffer<int>[])[.. fields, nowhere, patches, trust]) buffer.Dispose();
    }
}

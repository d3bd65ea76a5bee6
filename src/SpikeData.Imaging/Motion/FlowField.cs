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
        fields = [.. shape.Levels.Select(level => device.Allocate<int>(level.Apron.Length))];
        nowhere = device.Allocate<int>(new Apron(1, 1).Length);
        nowhere.Upload(new int[nowhere.Length]);
        patches = device.Allocate<int>(shape.Levels[0].Patches.Count);
        trust = device.Allocate<int>(shape.Levels[0].Patches.Count);
    }

    /// <summary>The packed displacement of each pixel of the finest level, laid out with an apron.</summary>
    public View<int> Displacements => fields[0].View;

    public void Estimate(BrightnessPyramid from, BrightnessPyramid to)
    {
        (View<int> coarse, int coarseHeight, int coarseWidth) = (nowhere.View, 1, 1);
        for (int i = fields.Length - 1; i >= 0; i--)
        {
            (BrightnessPyramid.Level source, View<int> other) = (from.Levels[i], to.Levels[i].Pairs.View);
            (int height, int width) = (source.Height, source.Width);
            SearchPatches search = new(source.Slopes.View, other, coarse, patches.View, trust.View, height, width, coarseHeight, coarseWidth);
            device.Run(search, source.Patches.Rows, source.Patches.Columns);
            device.Run(new SpreadPatches(source.Pairs.View, other, patches.View, trust.View, fields[i].View, height, width), height, width);
            (coarse, coarseHeight, coarseWidth) = (fields[i].View, height, width);
        }
    }

    public void Dispose()
    {
        foreach (Buffer<int> buffer in (Buffer<int>[])[.. fields, nowhere, patches, trust]) buffer.Dispose();
    }
}

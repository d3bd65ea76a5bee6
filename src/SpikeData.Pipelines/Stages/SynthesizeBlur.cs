namespace SpikeData.Pipelines;

/// <summary>Averages the frames of each exposure into the blurry image a camera would record; halves are rounded to the even value.</summary>
[Stage("synthesize-blur")]
[Constant("BlurHeight", "DecodeSizeHeight", "Rows of a blurry image.")]
[Constant("BlurWidth", "DecodeSizeWidth", "Columns of a blurry image.")]
public sealed record SynthesizeBlur : IStage<Exposures, BlurryImages>
{
    public BlurryImages Apply(Exposures input) => new(input);
}

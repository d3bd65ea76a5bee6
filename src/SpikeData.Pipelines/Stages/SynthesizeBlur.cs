namespace SpikeData.Pipelines;

/// <summary>Averages the frames of each exposure into the blurry image a camera would record; halves are rounded to the even value.</summary>
/// <param name="Response">The curve by which frames code light, so that light is averaged; encoded unless given, which averages codes.</param>
/// <param name="Duty">The share of the exposure during which a row sees light, around its middle.</param>
/// <param name="Shutter">Whether all rows see light at once; global unless given.</param>
/// <param name="SensorNoise">What the sensor adds; none unless given.</param>
/// <param name="Shrink">How many pixels of a frame, across and down, one pixel of the image stands for.</param>
[Stage("synthesize-blur", Version = 2)]
[Constant("BlurHeight", "DecodeSizeHeight / SynthesizeBlurShrink", "Rows of a blurry image.")]
[Constant("BlurWidth", "DecodeSizeWidth / SynthesizeBlurShrink", "Columns of a blurry image.")]
public sealed record SynthesizeBlur(
    IResponse? Response = null,
    [Range(0, 1)] double Duty = 1,
    IShutter? Shutter = null,
    IPictureNoise? SensorNoise = null,
    [Range(1, 64, Unit = "pixels")] int Shrink = 1) : IStage<Exposures, BlurryImages>
{
    public IResponse Response { get; } = Response ?? new EncodedResponse();

    public IShutter Shutter { get; } = Shutter ?? new GlobalShutter();

    public IPictureNoise SensorNoise { get; } = SensorNoise ?? new NoPictureNoise();

    /// <exception cref="Compute.SpikeDataException">The frames are smaller than one pixel of the image (SPIKE414).</exception>
    public BlurryImages Apply(Exposures input)
    {
        FrameSize size = input.Clip.Size;
        return size.Width >= Shrink && size.Height >= Shrink ? new(input, this) : throw Errors.TooSmall(input.Clip, Shrink, this);
    }
}

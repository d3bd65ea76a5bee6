using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Frames are coded as sRGB; light is linear.</summary>
[Variant("srgb")]
public sealed record SrgbResponse : IResponse
{
    public ResponseCurve? Curve => ResponseCurve.Srgb;
}

using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Frames are coded by a power law; light is linear.</summary>
/// <param name="Exponent">Light is the code to this power.</param>
[Variant("gamma")]
public sealed record GammaResponse([Range(1, 2.4)] double Exponent = 2.2) : IResponse
{
    public ResponseCurve? Curve => ResponseCurve.Gamma(Exponent);
}

using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Codes are taken for light, as the published data do.</summary>
[Variant("encoded")]
public sealed record EncodedResponse : IResponse
{
    public ResponseCurve? Curve => null;
}

using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>How the camera that recorded the frames turned light into their codes.</summary>
public interface IResponse
{
    /// <summary>The curve to undo; none to take codes for light.</summary>
    ResponseCurve? Curve { get; }
}

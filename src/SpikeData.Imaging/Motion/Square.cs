using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The colors of 2x2 pixels.</summary>
readonly struct Square<TLane>(Color<TLane> topLeft, Color<TLane> topRight, Color<TLane> bottomLeft, Color<TLane> bottomRight)
    where TLane : struct, IIntLane<TLane>
{
    public Color<TLane> TopLeft => topLeft;

    public Color<TLane> TopRight => topRight;

    public Color<TLane> BottomLeft => bottomLeft;

    public Color<TLane> BottomRight => bottomRight;
}

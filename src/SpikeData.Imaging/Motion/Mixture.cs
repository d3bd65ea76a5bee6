using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The shares of two frames in a pixel, in 1/256; what rounding leaves over goes to both alike, so neither frame is preferred.</summary>
readonly struct Mixture<TLane>
    where TLane : struct, IIntLane<TLane>
{
    const int ShareBits = 8;
    readonly TLane first, second;

    /// <param name="weightFirst">From 0 to 2^21.</param>
    /// <param name="weightSecond">The same; not both 0.</param>
    public Mixture(TLane weightFirst, TLane weightSecond)
    {
        TLane sum = weightFirst + weightSecond;
        TLane partFirst = Whole.Quotient(weightFirst << ShareBits, sum, ShareBits + 1), partSecond = Whole.Quotient(weightSecond << ShareBits, sum, ShareBits + 1);
        TLane rest = TLane.Splat(1 << ShareBits) - partFirst - partSecond;
        first = (partFirst << 1) + rest;
        second = (partSecond << 1) + rest;
    }

    /// <summary>The level, rounded half up, of two levels in the unit of <see cref="Picture"/>.</summary>
    public TLane Of(TLane levelFirst, TLane levelSecond)
    {
        const int shift = ShareBits + 1 + Picture.FractionBits;
        return (levelFirst * first + levelSecond * second + TLane.Splat(1 << (shift - 1))) >> shift;
    }
}

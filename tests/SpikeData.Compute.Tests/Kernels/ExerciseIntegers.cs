namespace SpikeData.Compute.Tests;

/// <summary>Uses every operation of an integer lane once.</summary>
public readonly struct ExerciseIntegers(View<int> words, View<byte> pixels, View<int> result, View<byte> low, int columns) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int index = row * columns + column;
        TLane word = TLane.Load(words, index), pixel = TLane.Load(pixels, index);
        TLane mixed = TLane.MultiplyHigh(word, TLane.Splat(unchecked((int)0xD2511F53))) ^ (word * TLane.Splat(40503)) ^ (pixel << 7);
        TLane shifted = (mixed >> 3) - (mixed >>> 5) | (word & TLane.Splat(0x0F0F0F0F));
        TLane near = TLane.Gather(words, TLane.Max(TLane.Ramp(index) - TLane.Splat(3), TLane.Splat(0)));
        TLane bright = TLane.Gather(pixels, TLane.Min(pixel, TLane.Splat(columns - 1)));
        TLane chosen = TLane.Select(TLane.LessThan(near, shifted) | TLane.Equal(pixel, bright), near + bright, shifted);
        TLane.Store(result, index, chosen);
        TLane.Store(low, index, chosen);
    }
}

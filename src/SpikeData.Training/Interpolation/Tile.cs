using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>A part of a frame that a network sees at once; neighbors overlap, so that no seam shows.</summary>
/// <param name="Overlap">How many rows and columns it shares with the tile above and with the one to the left.</param>
readonly record struct Tile(int Top, int Left, int Height, int Width, int Overlap)
{
    // A tile of less overlap shows where it ends; of more, it costs more.
    const int LeastOverlap = 128, PartOfTheSide = 4;

    /// <summary>Cuts a frame into tiles, row by row.</summary>
    /// <param name="side">The longest side of a tile, raised to what the network can take.</param>
    /// <param name="multiple">What places of tiles are multiples of, so that pixels that are halved together in the frame are so in the tile.</param>
    public static IReadOnlyList<Tile> Cut(FrameSize size, int side, int multiple)
    {
        side = Math.Max(RoundUp(side, multiple), RoundUp(LeastOverlap, multiple) + multiple);
        int overlap = Math.Min(RoundUp(Math.Max(side / PartOfTheSide, LeastOverlap), multiple), side - multiple);
        return
        [
            .. Starts(size.Height, side, side - overlap).SelectMany(top => Starts(size.Width, side, side - overlap).Select(left =>
                new Tile(top, left, Math.Min(side, size.Height - top), Math.Min(side, size.Width - left), overlap))),
        ];
    }

    /// <summary>How much a pixel counts against what tiles above and to the left have shown there, 0 to 1.</summary>
    public float Weight(int y, int x) => Ramp(y, Top) * Ramp(x, Left);

    /// <summary>Copies its part of a picture.</summary>
    public void CopyFrom(ReadOnlySpan<byte> pixels, int width, Span<byte> part)
    {
        for (int y = 0; y < Height; y++) pixels.Slice(((Top + y) * width + Left) * 3, Width * 3).CopyTo(part[(y * Width * 3)..]);
    }

    /// <summary>Lays its picture over what is there.</summary>
    public void BlendInto(Span<byte> pixels, int width, ReadOnlySpan<byte> part)
    {
        for (int y = 0; y < Height; y++)
            for (int x = 0; x < Width; x++)
            {
                float weight = Weight(y, x);
                int from = (y * Width + x) * 3, to = ((Top + y) * width + Left + x) * 3;
                for (int color = 0; color < 3; color++) pixels[to + color] = (byte)(pixels[to + color] + weight * (part[from + color] - pixels[to + color]) + 0.5f);
            }
    }

    /// <summary>From a quarter of the overlap, where the tile before it still sees far enough, to three quarters, where this one does.</summary>
    float Ramp(int place, int start) => start == 0 ? 1 : Math.Clamp((place + 0.5f) / Overlap * 2 - 0.5f, 0, 1);

    static IEnumerable<int> Starts(int length, int side, int step)
    {
        for (int start = 0; ; start += step)
        {
            yield return start;
            if (start + side >= length) yield break;
        }
    }

    static int RoundUp(int length, int multiple) => (length + multiple - 1) / multiple * multiple;
}

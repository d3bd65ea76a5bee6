namespace SpikeData.Imaging;

/// <summary>Lengths of the parts of a GIF file: pictures and extensions with their blocks, up to the trailer.</summary>
static class GifParts
{
    const byte Picture = 0x2c, Extension = 0x21, Trailer = 0x3b;

    /// <summary>The length of the part that begins here; null behind the trailer.</summary>
    public static long? Of(byte[] start, ContainerWalk walk)
    {
        if (walk.At == 0) return 13 + Colors(start[10]);
        // Behind the head of a part lie blocks up to an empty one, which is remembered.
        if (walk.Remembered > 0)
        {
            if (start[0] == 0) walk.Remembered = 0;
            return 1 + start[0];
        }

        walk.StatesEnd = start[0] == Trailer;
        if (start[0] is not (Picture or Extension)) return null;
        walk.Remembered = 1;
        return start[0] == Extension ? 2 : 11 + Colors(start[9]);
    }

    static int Colors(byte flags) => flags < 0x80 ? 0 : 3 << ((flags & 7) + 1);
}

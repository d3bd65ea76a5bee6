namespace SpikeData.Imaging;

/// <summary>The pixels of a GIF picture as LZW codes of growing length, in blocks of up to 255 bytes.</summary>
sealed class GifCodes
{
    const int Clear = 256, End = 257, Most = 4096;

    // The code of each known run, by the code of the run without its last pixel and that pixel.
    readonly short[] known = new short[Most * 256];

    public void Write(Stream file, ReadOnlySpan<byte> pixels)
    {
        Array.Clear(known);
        file.WriteByte(8);
        GifBlocks blocks = new(file);
        int run = pixels[0], next = End + 1, bits = 9;
        blocks.Write(Clear, bits);
        foreach (byte pixel in pixels[1..])
        {
            ref short longer = ref known[(run << 8) + pixel];
            if (longer != 0)
            {
                run = longer;
                continue;
            }

            blocks.Write(run, bits);
            run = pixel;
            if (next < Most)
            {
                if (next == 1 << bits) bits++;
                longer = (short)next++;
            }
            else
            {
                blocks.Write(Clear, bits);
                Array.Clear(known);
                (next, bits) = (End + 1, 9);
            }
        }

        blocks.Write(run, bits);
        if (next == 1 << bits && next < Most) bits++;
        blocks.Write(End, bits);
        blocks.Finish();
    }
}

namespace SpikeData.Imaging;

/// <summary>Bits in blocks of up to 255 bytes, each behind its length; the first bit is the least significant one.</summary>
sealed class GifBlocks(Stream file)
{
    readonly byte[] block = new byte[255];
    int length, held;
    uint bits;

    public void Write(int code, int count)
    {
        bits |= (uint)code << held;
        for (held += count; held >= 8; held -= 8, bits >>= 8) Add((byte)bits);
    }

    public void Finish()
    {
        if (held > 0) Add((byte)bits);
        Flush();
        file.WriteByte(0);
    }

    void Add(byte whole)
    {
        block[length++] = whole;
        if (length == block.Length) Flush();
    }

    void Flush()
    {
        if (length == 0) return;
        file.WriteByte((byte)length);
        file.Write(block, 0, length);
        length = 0;
    }
}

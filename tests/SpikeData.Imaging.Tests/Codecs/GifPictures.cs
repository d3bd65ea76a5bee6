using System.Buffers.Binary;

namespace SpikeData.Imaging.Tests;

/// <summary>The color numbers of a GIF file, decoded by the letter of the standard: an independent reader for the files written here.</summary>
sealed record GifPictures(int Height, int Width, IReadOnlyList<byte[]> Indices, IReadOnlyList<int> Centiseconds)
{
    public static GifPictures Read(string path)
    {
        ReadOnlySpan<byte> file = File.ReadAllBytes(path);
        Assert.True(file.StartsWith("GIF89a"u8));
        int width = BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), height = BinaryPrimitives.ReadUInt16LittleEndian(file[8..]);
        int at = 13 + (3 * 256);
        var (pictures, delays) = (new List<byte[]>(), new List<int>());
        while (file[at] != 0x3b)
        {
            bool isPicture = file[at] == 0x2c;
            if (file[at] == 0x21 && file[at + 1] == 0xf9) delays.Add(BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 4)..]));
            int codeBits = file[at + 10];
            at += isPicture ? 11 : 2;
            List<byte> data = [];
            for (; file[at] != 0; at += file[at] + 1) data.AddRange(file.Slice(at + 1, file[at]));
            at++;
            if (isPicture) pictures.Add(Decode(data, codeBits));
        }

        Assert.Equal(file.Length - 1, at);
        return new(height, width, pictures, delays);
    }

    static byte[] Decode(List<byte> data, int codeBits)
    {
        int clear = 1 << codeBits, bits = codeBits + 1, at = 0;
        List<byte[]> runs = [];
        List<byte> pixels = [];
        byte[]? last = null;
        while (true)
        {
            int code = 0;
            for (int bit = 0; bit < bits; bit++, at++) code |= (data[at >> 3] >> (at & 7) & 1) << bit;
            if (code == clear + 1) return [.. pixels];
            if (code == clear)
            {
                (runs, last, bits) = ([.. Enumerable.Range(0, clear + 2).Select(color => new[] { (byte)color })], null, codeBits + 1);
                continue;
            }

            byte[] run = code < runs.Count ? runs[code] : [.. last!, last![0]];
            if (last is not null && runs.Count < 4096) runs.Add([.. last, run[0]]);
            if (runs.Count == 1 << bits && bits < 12) bits++;
            pixels.AddRange(run);
            last = run;
        }
    }
}

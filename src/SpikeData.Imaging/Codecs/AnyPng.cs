using System.Buffers;

namespace SpikeData.Imaging;

/// <summary>Decodes every kind of PNG of at most 8 bits: gray, color and palettes, with transparency or without, interlaced or not. W3C, PNG specification, third edition.</summary>
/// <remarks>Transparency is dropped without blending; color profiles and gamma are not applied.</remarks>
sealed class AnyPng
{
    const int ColorMask = 2, PaletteMask = 1, AlphaMask = 4, HeaderEnd = 33;

    /// <summary>First column and row of each pass over an interlaced picture (Adam7), and the steps from pixel to pixel.</summary>
    static readonly (int Left, int Top, int Across, int Down)[] Interlaced = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    readonly int height, width, depth, channels;
    readonly bool isColor;
    readonly byte[]? palette;
    readonly (int Left, int Top, int Across, int Down)[] passes;

    AnyPng(ReadOnlySpan<byte> file, PngChunks chunks, int height, int width)
    {
        (this.height, this.width, depth) = (height, width, file[24]);
        int type = file[25];
        bool hasPalette = (type & PaletteMask) != 0;
        palette = hasPalette ? file[chunks.Palette].ToArray() : null;
        isColor = (type & ColorMask) != 0 && !hasPalette;
        channels = (isColor ? 3 : 1) + ((type & AlphaMask) != 0 ? 1 : 0);
        passes = file[28] == 0 ? [(0, 0, 1, 1)] : Interlaced;
    }

    int PixelBits => depth * channels;

    /// <summary>Decodes a file.</summary>
    /// <param name="file">The file, which has a header.</param>
    /// <param name="height">As the header says.</param>
    /// <param name="width">As the header says.</param>
    /// <returns>[height, width, 3] bytes, blue, green, red; null where it is damaged.</returns>
    public static byte[]? Decode(ReadOnlySpan<byte> file, int height, int width) =>
        file.Length > HeaderEnd && IsKind(file[24..29]) && PngChunks.Read(file) is { Data.Count: > 0 } chunks ? new AnyPng(file, chunks, height, width).Decode(file, chunks) : null;

    /// <summary>Whether depth, type, compression, filter and interlacing are some that exist.</summary>
    static bool IsKind(ReadOnlySpan<byte> kind) => kind[2..4].SequenceEqual((ReadOnlySpan<byte>)[0, 0]) && kind[4] <= 1
        && (kind[1] is 0 or 3 ? kind[0] is 1 or 2 or 4 or 8 : kind[1] is 2 or 4 or 6 && kind[0] == 8);

    byte[]? Decode(ReadOnlySpan<byte> file, PngChunks chunks)
    {
        if (palette is not null && (palette.Length is 0 or > 768 || palette.Length % 3 != 0)) return null;
        long size = passes.Sum(pass => Columns(pass.Left, pass.Across) == 0 ? 0 : (long)Rows(pass.Top, pass.Down) * (1 + Bytes(Columns(pass.Left, pass.Across)))) + Inflater.Slack;
        if (size > Array.MaxLength) return null;
        byte[] compressed = ArrayPool<byte>.Shared.Rent(file.Length + Inflater.Slack), filtered = ArrayPool<byte>.Shared.Rent((int)size);
        try
        {
            int length = chunks.Gather(file, compressed);
            byte[] bgr = new byte[3L * height * width];
            return Inflater.TryDecode(compressed.AsSpan(0, length + Inflater.Slack), filtered.AsSpan(0, (int)size)) && TryPlace(filtered, bgr) ? bgr : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(compressed);
            ArrayPool<byte>.Shared.Return(filtered);
        }
    }

    int Columns(int left, int across) => (width - left + across - 1) / across;

    int Rows(int top, int down) => (height - top + down - 1) / down;

    int Bytes(int columns) => (int)(((long)columns * PixelBits + 7) / 8);

    bool TryPlace(Span<byte> filtered, Span<byte> bgr)
    {
        foreach ((int left, int top, int across, int down) in passes)
        {
            (int columns, int bytes) = (Columns(left, across), Bytes(Columns(left, across)));
            Span<byte> above = new byte[bytes];
            for (int row = top; columns > 0 && row < height; row += down)
            {
                Span<byte> stored = filtered.Slice(1, bytes);
                if (!TryUndo(filtered[0], stored, above) || !TryColor(stored, bgr.Slice(3 * ((row * width) + left)), columns, 3 * across)) return false;
                above = stored;
                filtered = filtered[(1 + bytes)..];
            }
        }

        return true;
    }

    /// <summary>Adds the prediction from the pixel before and the row above, in place; false for a filter that does not exist.</summary>
    bool TryUndo(byte filter, Span<byte> row, ReadOnlySpan<byte> above)
    {
        if (filter > 4) return false;
        int pixel = Math.Max(1, PixelBits / 8);
        for (int i = 0; filter > 0 && i < row.Length; i++)
        {
            (int left, int up, int corner) = i < pixel ? (0, above[i], 0) : (row[i - pixel], above[i], above[i - pixel]);
            row[i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) >> 1, _ => Paeth(left, up, corner) });
        }

        return true;
    }

    /// <summary>Of left, above and left above, the one nearest to left + above - left above.</summary>
    static int Paeth(int left, int up, int corner)
    {
        int guess = left + up - corner;
        (int fromLeft, int fromUp, int fromCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner;
    }

    /// <summary>Puts a row of samples where its pixels are; false where one has no color in the palette.</summary>
    bool TryColor(ReadOnlySpan<byte> row, Span<byte> bgr, int columns, int step)
    {
        int most = (1 << depth) - 1;
        for (int column = 0; column < columns; column++)
        {
            int sample = column * channels, at = column * step;
            if (isColor)
            {
                (bgr[at], bgr[at + 1], bgr[at + 2]) = (row[sample + 2], row[sample + 1], row[sample]);
                continue;
            }

            int value = depth == 8 ? row[sample] : (row[column * depth / 8] >> (8 - depth - (column * depth % 8))) & most;
            if (palette is null) bgr[at] = bgr[at + 1] = bgr[at + 2] = (byte)(value * 255 / most);
            else if (3 * value < palette.Length) (bgr[at], bgr[at + 1], bgr[at + 2]) = (palette[(3 * value) + 2], palette[(3 * value) + 1], palette[3 * value]);
            else return false;
        }

        return true;
    }
}

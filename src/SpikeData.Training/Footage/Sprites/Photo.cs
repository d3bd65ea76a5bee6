namespace SpikeData.Training;

/// <summary>A picture whose color can be asked for between its pixels; beyond its borders it is mirrored.</summary>
sealed class Photo(byte[] pixels, int height, int width)
{
    public int Height => height;

    public int Width => width;

    /// <summary>The first frame of a clip.</summary>
    public static Photo Of(FrameCache strip) => new(strip[0], strip.Size.Height, strip.Size.Width);

    /// <summary>The photo, and as many times half as large as its shorter side is still longer than a length.</summary>
    public IEnumerable<Photo> WithHalves(int shortest)
    {
        for (Photo photo = this; ; photo = photo.Half())
        {
            yield return photo;
            if (Math.Min(photo.Height, photo.Width) / 2 < shortest) yield break;
        }
    }

    /// <summary>Blue, green and red between four pixels, weighted by nearness.</summary>
    public (float Blue, float Green, float Red) At(float x, float y)
    {
        float left = MathF.Floor(x), top = MathF.Floor(y), right = x - left, down = y - top;
        (int x0, int x1) = (Mirror((int)left, width), Mirror((int)left + 1, width));
        (int y0, int y1) = (Mirror((int)top, height) * width, Mirror((int)top + 1, height) * width);
        ReadOnlySpan<byte> a = pixels.AsSpan(3 * (y0 + x0), 3), b = pixels.AsSpan(3 * (y0 + x1), 3);
        ReadOnlySpan<byte> c = pixels.AsSpan(3 * (y1 + x0), 3), d = pixels.AsSpan(3 * (y1 + x1), 3);
        float wa = (1 - right) * (1 - down), wb = right * (1 - down), wc = (1 - right) * down, wd = right * down;
        return (Mix(a[0], b[0], c[0], d[0]), Mix(a[1], b[1], c[1], d[1]), Mix(a[2], b[2], c[2], d[2]));

        float Mix(byte p, byte q, byte r, byte s) => wa * p + wb * q + wc * r + wd * s;
    }

    Photo Half()
    {
        int rows = height / 2, columns = width / 2;
        byte[] half = new byte[rows * columns * 3];
        for (int y = 0; y < rows; y++)
            for (int i = 0; i < columns * 3; i++)
            {
                int at = (2 * y * width + 2 * (i / 3)) * 3 + i % 3;
                half[y * columns * 3 + i] = (byte)((pixels[at] + pixels[at + 3] + pixels[at + width * 3] + pixels[at + width * 3 + 3] + 2) / 4);
            }

        return new(half, rows, columns);
    }

    static int Mirror(int place, int length)
    {
        int period = 2 * length - 2;
        if (period == 0) return 0;
        place = (place % period + period) % period;
        return place < length ? place : period - place;
    }
}

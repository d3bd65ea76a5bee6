using SpikeData.Imaging;

namespace SpikeData.Testing;

/// <summary>Two pictures of one size, and where they differ.</summary>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
/// <param name="reviewed">[height, width, 3] bytes.</param>
/// <param name="received">As many.</param>
sealed class PictureComparison(int height, int width, byte[] reviewed, byte[] received)
{
    const int PanelWidth = 480, Gap = 12, Heading = 28;

    /// <summary>How many pixels differ by more than a tolerance in some channel.</summary>
    public int Count(int tolerance = 0) => Enumerable.Range(0, height * width).Count(pixel => Difference(pixel) > tolerance);

    /// <summary>The largest difference of a channel.</summary>
    public int Largest => Enumerable.Range(0, height * width).Max(Difference);

    /// <summary>The first pixel that differs, from the top left.</summary>
    public (int Row, int Column) First => Math.DivRem(Enumerable.Range(0, height * width).First(pixel => Difference(pixel) > 0), width);

    /// <summary>Reads two PNG files; null when their sizes differ.</summary>
    public static PictureComparison? Of(string reviewed, string received)
    {
        (int height, int width) = PictureFile.Measure(reviewed);
        if (PictureFile.Measure(received) != (height, width)) return null;
        byte[] first = new byte[height * width * 3], second = new byte[height * width * 3];
        PictureFile.Read(reviewed, first, height, width);
        PictureFile.Read(received, second, height, width);
        return new(height, width, first, second);
    }

    /// <summary>Two bits per pixel, as gray pictures: white for a spike.</summary>
    public static PictureComparison Of(SpikeStream reviewed, SpikeStream received, int tick)
    {
        return new(reviewed.Layout.Height, reviewed.Layout.Width, Picture(reviewed), Picture(received));

        byte[] Picture(SpikeStream stream)
        {
            byte[] spikes = new byte[stream.Layout.Pixels];
            stream.Unpack(tick, spikes);
            return [.. spikes.SelectMany(spike => Enumerable.Repeat((byte)(255 * spike), 3))];
        }
    }

    /// <summary>Both pictures, and a third that is red where they differ.</summary>
    /// <returns>A PNG file.</returns>
    public byte[] Draw(string title)
    {
        int panelHeight = Math.Max(1, PanelWidth * height / width);
        using var sheet = new Canvas(Heading + panelHeight + Gap, Gap + (3 * (PanelWidth + Gap)));
        string[] words = [$"reviewed: {title}", "received", "red: different"];
        foreach ((int place, byte[] picture) in new[] { reviewed, received, Marked() }.Index())
        {
            int x = Gap + (place * (PanelWidth + Gap));
            sheet.Write(words[place], x, Heading - 10, 9);
            sheet.PutColor(picture, height, width, new(x, Heading, panelHeight, PanelWidth));
        }

        return sheet.ToPng();
    }

    int Difference(int pixel)
    {
        int largest = 0;
        for (int channel = 3 * pixel; channel < (3 * pixel) + 3; channel++) largest = Math.Max(largest, Math.Abs(reviewed[channel] - received[channel]));
        return largest;
    }

    /// <summary>The received picture, faint, and red where it differs, the deeper the more.</summary>
    byte[] Marked()
    {
        byte[] marked = [.. received.Select(value => (byte)(192 + (value / 4)))];
        for (int pixel = 0; pixel < height * width; pixel++)
        {
            if (Difference(pixel) is > 0 and var difference) (marked[3 * pixel], marked[(3 * pixel) + 1], marked[(3 * pixel) + 2]) = (0, 0, (byte)Math.Min(255, 128 + (difference * 4)));
        }

        return marked;
    }
}

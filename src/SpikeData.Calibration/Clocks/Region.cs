using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Calibration;

/// <summary>A rectangle of a picture, such as where an LED flashes: written <c>x,y,width,height</c>.</summary>
public readonly record struct Region(int X, int Y, int Width, int Height)
{
    /// <exception cref="SpikeDataException">SPIKE610: the text is not of that form.</exception>
    public static Region Parse(string text)
    {
        string[] parts = text.Split(',');
        int[] numbers = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1)];
        return numbers is [>= 0, >= 0, > 0, > 0] ? new(numbers[0], numbers[1], numbers[2], numbers[3]) : throw Errors.Region(text);
    }

    /// <summary>The region, if a picture holds it.</summary>
    /// <exception cref="SpikeDataException">SPIKE610: it does not.</exception>
    public Region Within(int height, int width, string file) =>
        (long)X + Width <= width && (long)Y + Height <= height ? this : throw Errors.RegionOutside(this, height, width, file);

    /// <summary>The smallest region that holds both.</summary>
    public Region Union(Region other)
    {
        (int left, int top) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new(left, top, Math.Max(X + Width, other.X + other.Width) - left, Math.Max(Y + Height, other.Y + other.Height) - top);
    }

    public static Region Whole(int height, int width) => new(0, 0, width, height);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X},{Y},{Width},{Height}");
}

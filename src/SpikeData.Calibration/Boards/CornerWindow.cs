using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Calibration;

/// <summary>How far around a corner of a checkerboard the picture is looked at to place it to a fraction of a pixel.</summary>
/// <remarks>
/// The default is the customary 11 pixels to each side in pictures of 640x480 or more, and less in smaller ones. A window that reaches to the next
/// corner spoils both, and one that reaches far sees lines that the lens bends; <see cref="Auto"/> avoids both, in each picture by itself.
/// </remarks>
public readonly record struct CornerWindow
{
    const int Customary = 11, Smallest = 2, Largest = 100;

    readonly int pixels;
    readonly bool auto;

    CornerWindow(int pixels, bool auto) => (this.pixels, this.auto) = (pixels, auto);

    /// <summary>A quarter of the way to the nearest corner, at most the customary 11 pixels.</summary>
    public static CornerWindow Auto { get; } = new(0, auto: true);

    /// <summary>Reads <c>auto</c> or a number of pixels.</summary>
    /// <exception cref="SpikeDataException">SPIKE600: it is neither.</exception>
    public static CornerWindow Parse(string text)
    {
        if (text == "auto") return Auto;
        bool isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int pixels);
        return isNumber && pixels is >= Smallest and <= Largest ? new(pixels, auto: false) : throw Errors.Window(text, Smallest, Largest);
    }

    /// <summary>The pixels to each side of a corner, across and down: in a picture reduced to half its width alone, half as many across.</summary>
    /// <param name="height">Rows of the picture.</param>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="nearest">The smallest distance between two corners, in pixels.</param>
    public (int Across, int Down) Reach(int height, int width, double nearest)
    {
        if (pixels > 0) return (pixels, pixels);
        return auto ? (Whole(nearest / 4), Whole(nearest / 4)) : (Whole(Customary * width / 640.0), Whole(Customary * height / 480.0));

        static int Whole(double reach) => (int)Math.Clamp(Math.Round(reach), Smallest, Customary);
    }
}

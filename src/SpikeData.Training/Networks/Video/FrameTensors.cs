namespace SpikeData.Training;

/// <summary>Frames of 8 bits per color as tensors of a network's own range, and back.</summary>
public static class FrameTensors
{
    /// <summary>Puts a frame on a tape, with zeros at the right and at the bottom up to the sides that the network asks for.</summary>
    /// <param name="pixels">Row by row, blue, green, red.</param>
    /// <returns>[1, 3, H, W].</returns>
    public static Tensor Input(this Tape tape, IVideoNetwork network, ReadOnlySpan<byte> pixels, int height, int width)
    {
        Shape shape = new(1, 3, RoundUp(height, network.SideMultiple), RoundUp(width, network.SideMultiple));
        float[] levels = [.. Enumerable.Range(0, 256).Select(color => network.Level((byte)color))], planes = new float[shape.Length];
        int plane = shape.Height * shape.Width;
        for (int y = 0, i = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                for (int color = 0; color < 3; color++) planes[color * plane + y * shape.Width + x] = levels[pixels[i++]];
        return tape.Input(shape, planes);
    }

    /// <summary>Copies a frame without its padding: three planes of height times width numbers.</summary>
    public static void ReadFrame(this Tape tape, Tensor frame, int height, int width, Span<float> planes) =>
        tape.Read(frame.Crop(0, 0, height, width), planes);

    /// <summary>Brings planes of a network's range back to 8 bits: row by row, blue, green, red.</summary>
    public static void ToPixels(this IVideoNetwork network, ReadOnlySpan<float> planes, Span<byte> pixels)
    {
        int plane = planes.Length / 3;
        for (int i = 0; i < plane; i++)
            for (int color = 0; color < 3; color++) pixels[3 * i + color] = network.Color(planes[color * plane + i]);
    }

    static int RoundUp(int length, int multiple) => (length + multiple - 1) / multiple * multiple;
}

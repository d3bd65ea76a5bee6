namespace SpikeData.Training;

/// <summary>Brings numbers from PyTorch's order (batch, channels, height, width) to channels-last and back.</summary>
static class ChannelOrder
{
    public static void ToPixels(ReadOnlySpan<float> planes, Shape shape, Span<float> pixels)
    {
        int plane = shape.Height * shape.Width, channels = shape.Channels;
        for (int image = 0; image < shape.Batch; image++)
            for (int channel = 0; channel < channels; channel++)
            {
                ReadOnlySpan<float> source = planes.Slice((image * channels + channel) * plane, plane);
                Span<float> target = pixels[(image * plane * channels + channel)..];
                for (int i = 0, at = 0; i < source.Length; i++, at += channels) target[at] = source[i];
            }
    }

    public static void ToPlanes(ReadOnlySpan<float> pixels, Shape shape, Span<float> planes)
    {
        int plane = shape.Height * shape.Width, channels = shape.Channels;
        for (int image = 0; image < shape.Batch; image++)
            for (int channel = 0; channel < channels; channel++)
            {
                Span<float> target = planes.Slice((image * channels + channel) * plane, plane);
                ReadOnlySpan<float> source = pixels[(image * plane * channels + channel)..];
                for (int i = 0, at = 0; i < target.Length; i++, at += channels) target[i] = source[at];
            }
    }
}

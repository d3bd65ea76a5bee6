using System.Runtime.CompilerServices;

namespace SpikeData.Imaging;

/// <summary>Changes of light laid out for compression: the lowest bytes of all pixels, then the next ones, which are mostly 0.</summary>
static class LightPlanes
{
    /// <summary>Lays out how much each pixel changed, and keeps its new light.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split(ReadOnlySpan<int> light, Span<int> before, Span<byte> planes)
    {
        int pixels = before.Length;
        light = light[..pixels];
        Span<byte> first = planes[..pixels], second = planes.Slice(pixels, pixels);
        Span<byte> third = planes.Slice(2 * pixels, pixels), fourth = planes.Slice(3 * pixels, pixels);
        for (int pixel = 0; pixel < light.Length; pixel++)
        {
            int change = light[pixel] - before[pixel];
            // Small changes of either sign have zeros above.
            uint folded = (uint)((change << 1) ^ (change >> 31));
            first[pixel] = (byte)folded;
            second[pixel] = (byte)(folded >> 8);
            third[pixel] = (byte)(folded >> 16);
            fourth[pixel] = (byte)(folded >> 24);
        }

        light.CopyTo(before);
    }

    /// <summary>Adds the changes to the light of the frame before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Join(ReadOnlySpan<byte> planes, Span<int> light)
    {
        int pixels = light.Length;
        ReadOnlySpan<byte> first = planes[..pixels], second = planes.Slice(pixels, pixels);
        ReadOnlySpan<byte> third = planes.Slice(2 * pixels, pixels), fourth = planes.Slice(3 * pixels, pixels);
        for (int pixel = 0; pixel < light.Length; pixel++)
        {
            uint folded = (uint)(first[pixel] | (second[pixel] << 8) | (third[pixel] << 16) | (fourth[pixel] << 24));
            light[pixel] += (int)(folded >> 1) ^ -(int)(folded & 1);
        }
    }
}

using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Images in a buffer: the numbers and where each pixel begins.</summary>
readonly record struct Pixels(View<float> Values, PixelGrid Grid)
{
    public static Pixels Of(View<float> values, Shape shape) => new(values, PixelGrid.Of(shape));
}

using SpikeData.Compute;
using SpikeData.Compute.Tests;

namespace SpikeData.Imaging.Tests;

static class MotionKernels
{
    /// <summary>A small picture that leaves a tail at every lane width; its patches come in 2 x 7.</summary>
    const int Height = 11, Width = 29, Count = Height * Width, PatchRows = 2, PatchColumns = 7, Patches = PatchRows * PatchColumns;

    public static IEnumerable<KernelCase> Cases =>
    [
        KernelCase.Exact(
            arrays => new CrossFade(arrays.Of(LightKernels.Bytes(87)), arrays.Of(LightKernels.Bytes(87)), arrays.Blank<byte>(87), 29, new(3, 8)), 3, 29),
        KernelCase.Exact(arrays => new PackPixels(arrays.Of(LightKernels.Bytes(87)), arrays.Blank<int>(29), 29), 1, 29),
        KernelCase.Exact(arrays => new UnpackPixels(arrays.Of(Pixels(87)), arrays.Blank<byte>(87 * 3), 29), 3, 87),
        KernelCase.Exact(arrays => new MeasureBrightness(arrays.Of(Pixels(87)), arrays.Blank<int>(87), 29), 3, 29),
        KernelCase.Exact(arrays => new HalveBrightness(arrays.Of(Brightness), arrays.Blank<int>(6 * 15), Height, Width), 6, 15),
        KernelCase.Exact(arrays => new PackSlopes(arrays.Of(Brightness), arrays.Blank<int>(Count), Height, Width), Height, Width),
        KernelCase.Exact(Search, PatchRows, PatchColumns),
        KernelCase.Exact(Spread, Height, Width),
        KernelCase.Exact(Choose, Height, Width),
        KernelCase.Exact(arrays => new SmoothMotion(arrays.Of(Moves(Count, 400)), arrays.Blank<int>(Count), Height, Width), Height, Width),
        KernelCase.Exact(Blend, Height, Width),
    ];

    static int[] Brightness => [.. LightKernels.Bytes(Count).Select((level, i) => (level & 31) + (i % Width) * 20 + (i / Width) * 15)];

    static int[] Other => [.. Brightness.Select((level, i) => Brightness[Math.Max(i - 2, 0)])];

    static int[] Pixels(int count) => [.. LightKernels.Bytes(count * 3).Chunk(3).Select(bytes => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16))];

    /// <summary>Displacements of up to so many 1/32 pixels along each axis, some of which lead out of the picture.</summary>
    static int[] Moves(int count, int most)
    {
        Random random = new(count + most);
        return [.. Enumerable.Range(0, count).Select(_ => (random.Next(-most, most + 1) & 0xffff) | (random.Next(-most, most + 1) << 16))];
    }

    static View<int> Slopes(TestArrays arrays) => arrays.Of<int>([.. Brightness.Select((level, i) =>
        level | (((i % 7 * 90) - 300) & 0x7ff) << 10 | ((i % 11 * 50) - 250) << 21)]);

    static SearchPatches Search(TestArrays arrays) => new(
        Slopes(arrays), arrays.Of(Other), arrays.Of(Moves(6 * 15, 100)), arrays.Blank<int>(Patches), arrays.Blank<int>(Patches), Height, Width, 6, 15);

    static SpreadPatches Spread(TestArrays arrays) => new(
        arrays.Of(Brightness), arrays.Of(Other), arrays.Of(Moves(Patches, 100)), arrays.Of<int>([.. Enumerable.Range(1, Patches)]), arrays.Blank<int>(Count), Height, Width);

    static ChooseMotion Choose(TestArrays arrays) => new(
        arrays.Of(Brightness), arrays.Of(Other), arrays.Of(Moves(Count, 300)), arrays.Of(Moves(Count, 200)), arrays.Blank<int>(Count), Height, Width, new(3, 8));

    static BlendAlongMotion Blend(TestArrays arrays) => new(
        arrays.Of(Pixels(Count)), arrays.Of(Pixels(Count)), arrays.Of(Moves(Count, 300)), arrays.Of(Moves(Count, 200)), arrays.Of(Moves(Count, 250)),
        arrays.Blank<int>(Count), Height, Width, new(3, 8));
}

using SpikeData.Compute.Tests;

namespace SpikeData.Imaging.Tests;

static class MotionKernels
{
    /// <summary>A small picture that leaves a tail at every lane width; its patches come in 2 x 7.</summary>
    const int Height = 11, Width = 29, Count = Height * Width, Patches = 2 * 7, Squares = 6 * 15;

    static readonly Apron Whole = new(Height, Width), Half = new(6, 15);

    public static IEnumerable<KernelCase> Cases =>
    [
        KernelCase.Exact(
            arrays => new CrossFade(arrays.Of(LightKernels.Bytes(87)), arrays.Of(LightKernels.Bytes(87)), arrays.Blank<byte>(87), 29, new(3, 8)), 3, 29),
        KernelCase.Exact(arrays => new PackPixels(arrays.Of(LightKernels.Bytes(87)), arrays.Blank<int>(29), 29), 1, 29),
        KernelCase.Exact(arrays => new UnpackPixels(arrays.Of(Pixels(87)), arrays.Blank<byte>(87 * 3), 29), 3, 87),
        KernelCase.Exact(
            arrays => new PackWithApron(arrays.Of(LightKernels.Bytes(Count * 3)), arrays.Blank<int>(Whole.Length), Height, Width), Whole.Rows, Whole.Stride),
        KernelCase.Exact(arrays => new UnpackSquares(arrays.Of(Pixels(3 * 2 * 15)), arrays.Blank<byte>(87 * 3), 29), 3, 87),
        KernelCase.Exact(arrays => new MeasureBrightness(arrays.Of(Pixels(Whole.Length)), arrays.Blank<int>(Half.Length), Height, Width), Half.Rows, Half.Stride),
        KernelCase.Exact(arrays => new HalveBrightness(arrays.Of(Neighbors), arrays.Blank<int>(Half.Length), Height, Width), Half.Rows, Half.Stride),
        KernelCase.Exact(arrays => new PackSlopes(arrays.Of(Neighbors), arrays.Blank<int>(Slopes.Length), Height, Width), Grid.Runs, Grid.RunLength),
        KernelCase.Exact(Search, Grid.Rows, Grid.Columns),
        KernelCase.Exact(Spread, Height, Width),
        KernelCase.Exact(Choose, Height, Width),
        KernelCase.Exact(arrays => new SmoothMotion(arrays.Of(Moves(Count, 400)), arrays.Blank<int>(Count), Height, Width), Height, Width),
        KernelCase.Exact(Weigh, Height, Width),
        KernelCase.Exact(Blend, 6, 15),
    ];

    static PatchGrid Grid => new(Height, Width);

    /// <summary>Two levels of brightness in each word, as of a textured slope, with an apron.</summary>
    static int[] Neighbors => Shifted(0);

    /// <summary>The same, moved to the right by two pixels.</summary>
    static int[] Other => Shifted(2);

    static int[] Slopes =>
        [.. Enumerable.Range(0, Grid.Runs * Grid.RunLength).Select(i => (i * 7 % 1021) | (((i % 7 * 90) - 300) & 0x7ff) << 10 | ((i % 11 * 50) - 250) << 21)];

    static int[] Shifted(int pixels) => [.. Enumerable.Range(0, Whole.Length).Select(i => Level(i - pixels) | Level(i - pixels + 1) << 16)];

    static int Level(int place) => (place * 37 & 31) + (place + Whole.Stride) % Whole.Stride * 15 + (place + Whole.Stride) / Whole.Stride * 9;

    static int[] Pixels(int count) => [.. LightKernels.Bytes(count * 3).Chunk(3).Select(bytes => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16))];

    /// <summary>Displacements of up to so many 1/32 pixels along each axis, some of which lead out of the picture.</summary>
    static int[] Moves(int count, int most)
    {
        Random random = new(count + most);
        return [.. Enumerable.Range(0, count).Select(_ => (random.Next(-most, most + 1) & 0xffff) | (random.Next(-most, most + 1) << 16))];
    }

    static SearchPatches Search(TestArrays arrays) => new(
        arrays.Of(Slopes), arrays.Of(Other), arrays.Of(Moves(Half.Length, 100)), arrays.Blank<int>(Patches), arrays.Blank<int>(Patches), Height, Width, 6, 15);

    static SpreadPatches Spread(TestArrays arrays) => new(
        arrays.Of(Neighbors), arrays.Of(Other), arrays.Of(Moves(Patches, 100)), arrays.Of<int>([.. Enumerable.Range(1, Patches)]), arrays.Of(new int[Whole.Length]),
        Height, Width);

    static ChooseMotion Choose(TestArrays arrays) => new(
        arrays.Of(Neighbors), arrays.Of(Other), arrays.Of(Moves(Whole.Length, 300)), arrays.Of(Moves(Whole.Length, 200)), arrays.Blank<int>(Count),
        Height, Width, new(3, 8));

    static WeighFrames Weigh(TestArrays arrays) => new(
        arrays.Of(Moves(Whole.Length, 300)), arrays.Of(Moves(Whole.Length, 200)), arrays.Of(Moves(Count, 250)), arrays.Blank<int>(Count), Height, Width, new(3, 8));

    static BlendAlongMotion Blend(TestArrays arrays) => new(
        arrays.Of(Pixels(Whole.Length)), arrays.Of(Pixels(Whole.Length)), arrays.Of(Moves(Squares, 250)), arrays.Of<int>([.. Enumerable.Range(1, Squares)]),
        arrays.Blank<int>(4 * Squares), Height, Width, new(3, 8));
}

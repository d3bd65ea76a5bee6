namespace SpikeData.Training.Tests;

/// <summary>Small moving pictures for tests.</summary>
static class TestFootage
{
    const int Height = 70, Width = 90;

    /// <summary>A clip of five frames of smooth noise that moves by two columns a frame.</summary>
    public static ClipFootage Clips(int side, int frames = 5) => new([Strip(frames)], Rule(side), windows: null);

    public static SpriteFootage Sprites(int side, int windows = 3) => new([Photo()], new(Pipelines.SourcePattern.Parse("*.png"), windows, Motion: 6), Rule(side));

    public static FrameCache Strip(int frames) =>
        new("noise", new(Width, Height), [.. Enumerable.Range(0, frames).Select(frame => Picture(2 * frame))]);

    public static Photo Photo() => new(Picture(0), Height, Width);

    public static WindowRule Rule(int side) => new(new(2, 4), MiddleOnly: false, side);

    static byte[] Picture(int moved)
    {
        byte[] pixels = new byte[Height * Width * 3];
        for (int i = 0; i < pixels.Length; i++)
        {
            (int y, int x, int color) = (i / 3 / Width, i / 3 % Width - moved, i % 3);
            pixels[i] = (byte)(128 + 60 * Math.Sin(0.31 * x + color) + 60 * Math.Cos(0.23 * y + 0.1 * x));
        }

        return pixels;
    }
}

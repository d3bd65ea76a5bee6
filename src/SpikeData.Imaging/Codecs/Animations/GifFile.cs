using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>A GIF89a file that repeats for ever: 256 grays as they are, or colors in 6 x 7 x 6 steps with an ordered dither.</summary>
/// <remarks>The same pictures give the same file.</remarks>
sealed class GifFile : Animation
{
    readonly DraftFile draft;
    readonly byte[] indices;
    readonly GifCodes codes = new();
    readonly int centiseconds;

    public GifFile(string path, AnimationFormat format)
        : base(path, format)
    {
        (ushort width, ushort height) = checked(((ushort)format.Width, (ushort)format.Height));
        indices = new byte[format.Height * format.Width];
        // Shorter delays than two hundredths are taken for ten by those who show them.
        centiseconds = (int)Math.Clamp(Math.Round(100 / format.FramesPerSecond), 2, ushort.MaxValue);
        draft = new(path);
        Target.Write("GIF89a"u8);
        Write(width, height);
        Target.Write([0xf7, 0, 0]);
        Target.Write(GifPalette.Colors(format.IsGray));
        Target.Write([0x21, 0xff, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);
    }

    FileStream Target => draft.Stream;

    public override void Finish()
    {
        Target.WriteByte(0x3b);
        draft.Publish();
    }

    public override void Dispose() => draft.Dispose();

    private protected override void Write(ReadOnlySpan<byte> picture, long number)
    {
        if (Format.IsGray) picture.CopyTo(indices);
        else GifPalette.Dither(picture, indices, Format.Width);
        Target.Write([0x21, 0xf9, 4, 0]);
        Write((ushort)centiseconds);
        Target.Write([0, 0, 0x2c]);
        Write(0, 0, (ushort)Format.Width, (ushort)Format.Height);
        Target.WriteByte(0);
        codes.Write(Target, indices);
    }

    void Write(params ReadOnlySpan<ushort> numbers)
    {
        Span<byte> bytes = stackalloc byte[2];
        foreach (ushort number in numbers)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, number);
            Target.Write(bytes);
        }
    }
}

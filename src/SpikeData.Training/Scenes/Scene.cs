using System.Buffers;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>One exposure of a data set in memory: the blurry image, the spikes around it and the sharp images.</summary>
/// <remarks>Numbers come out in PyTorch's order, blue, green, red, from 0 to 1; a spike is 1.</remarks>
public sealed class Scene
{
    readonly byte[] spikes, blur;
    readonly byte[][] sharp;

    /// <param name="name">What messages call it.</param>
    /// <param name="blur">[height, width, 3] bytes, blue, green, red.</param>
    /// <param name="spikes">The spikes around the exposure.</param>
    /// <param name="margin">The ticks before the exposure; as many come after it.</param>
    /// <param name="sharp">The truth in the order of time, each like <paramref name="blur"/>.</param>
    /// <exception cref="SpikeDataException">SPIKE510: the pictures are not of the spikes' size, or two or four times as high and wide.</exception>
    public Scene(string name, NdArray blur, SpikeStream spikes, int margin, IEnumerable<NdArray> sharp)
    {
        (Height, Width, Ticks, Margin) = (spikes.Layout.Height, spikes.Layout.Width, spikes.Ticks, margin);
        Scale = blur.Shape[0] / Height;
        if (Scale is not (1 or 2 or 4) || blur.Shape[0] != Height * Scale || blur.Shape[1] != Width * Scale || blur.Shape[0] % Ldn.Side != 0 || blur.Shape[1] % Ldn.Side != 0)
            throw new SpikeDataException("SPIKE510", $"{name}: the picture is {blur.Shape[1]}x{blur.Shape[0]}, the spikes {Width}x{Height}. The networks take pictures whose sides are multiples of "
                + $"{Ldn.Side}, and spikes of a quarter of the sides, half of them or all: write 'simulate-spikes: {{ scale: 4 }}', 2 or 1.");
        Name = name;
        this.blur = blur.Bytes.ToArray();
        this.spikes = spikes.ToArray().Bytes.ToArray();
        this.sharp = [.. sharp.Select(picture => picture.Bytes.ToArray())];
    }

    public string Name { get; }

    /// <summary>How many times higher and wider the pictures are than the spikes: 1, 2 or 4.</summary>
    public int Scale { get; }

    /// <summary>Rows of spike pixels.</summary>
    public int Height { get; }

    /// <summary>Columns of spike pixels.</summary>
    public int Width { get; }

    public int Ticks { get; }

    /// <summary>The ticks before the exposure; as many come after it.</summary>
    public int Margin { get; }

    /// <summary>The ticks of the exposure.</summary>
    public int ExposureTicks => Ticks - 2 * Margin;

    /// <summary>The tick in the middle of the exposure.</summary>
    public int Middle => Ticks / 2;

    /// <summary>How many sharp images there are.</summary>
    public int SharpCount => sharp.Length;

    /// <summary>Everything the spike camera sees.</summary>
    public SpikeWindow Whole => new(0, 0, Height, Width);

    /// <summary>Memory it takes, in bytes.</summary>
    public long Size => spikes.Length + (long)blur.Length * (1 + sharp.Length);

    public static Scene Read(Sample sample) =>
        new($"{sample}", sample.ReadBlur(), sample.ReadSpikes(), sample.TicksBeforeExposure, sample.ReadSharp());

    /// <summary>An exposure from files, without the truth.</summary>
    /// <param name="blur">The blurry picture.</param>
    /// <param name="spikes">A .dat file.</param>
    /// <param name="margin">The ticks before the exposure; as many come after it.</param>
    /// <param name="scale">How many times higher and wider the picture is than the spikes, which the file does not say.</param>
    /// <exception cref="SpikeDataException">SPIKE441 to 445, 472, 473: a file cannot be read. SPIKE510, 517: they do not belong together.</exception>
    public static Scene Read(string blur, string spikes, int margin, int scale = 4)
    {
        (int height, int width) = PictureFile.Measure(blur);
        byte[] bgr = new byte[height * width * 3];
        PictureFile.Read(blur, bgr, height, width);
        using SpikeRecording file = SpikeRecording.Open(spikes, Fitting(blur, (height, width), spikes, scale));
        RequireWholeTicks(blur, (height, width), file);
        if (file.Ticks <= 2L * margin)
            throw new SpikeDataException("SPIKE517", $"The recording has {Counted.Of(file.Ticks, "tick")}, and {margin} before and after the exposure leave none for it. Give the margin that was recorded: --margin.") { File = spikes };
        return new(Path.GetFileNameWithoutExtension(blur), new(ElementType.UInt8, [height, width, 3], bgr), file.Read(0, (int)file.Ticks), margin, []);
    }

    /// <summary>Frames of the size that a network of this scale takes, unless something beside the file says that it has others.</summary>
    static RecordingFacts Fitting(string blur, (int Height, int Width) picture, string spikes, int scale)
    {
        RecordingFacts expected = new() { Height = picture.Height / scale, Width = picture.Width / scale };
        RecordingFacts stated = RecordingFile.FactsOf(spikes, RecordingFacts.None);
        if ((stated.Width ?? expected.Width, stated.Height ?? expected.Height) != (expected.Width, expected.Height)) throw OtherScale(blur, picture, spikes, expected, $"is said to hold frames of {stated.Width}x{stated.Height}");
        return expected;
    }

    /// <summary>A file of frames of another size ends amid a tick, as a rule, or its rows do not resemble each other.</summary>
    static void RequireWholeTicks(string blur, (int Height, int Width) picture, SpikeRecording file)
    {
        if (file is SpikeDat { TailBytes: > 0 and var rest })
            throw OtherScale(blur, picture, file.Path, file.Facts, $"then holds {Counted.Of(file.Ticks, "tick")} and {Counted.Of(rest, "byte")} of another");
        if (file.Warning is not null && SizeGuess.Of(file.Path) is [var likely, ..] guesses && SizeGuess.IsClear(guesses) && (likely.Facts.Width, likely.Facts.Height) != (file.Facts.Width, file.Facts.Height))
            throw OtherScale(blur, picture, file.Path, file.Facts, $"looks like frames of {likely.Facts.Width}x{likely.Facts.Height}");
    }

    static SpikeDataException OtherScale(string blur, (int Height, int Width) picture, string spikes, RecordingFacts expected, string what) => new("SPIKE510",
        $"The picture {Path.GetFileName(blur)} is {picture.Width}x{picture.Height}, for which the model takes spikes of {expected.Width}x{expected.Height}, and the file {what}. Give the spikes of this picture, or a model of their scale.") { File = spikes };

    /// <summary>Instants spread evenly over the exposure, from its first tick to its last: 20, 44, 68, 92, 116 for five in a 97-tick exposure.</summary>
    public int TickOf(int instant, int count) =>
        count == 1 ? Middle : Margin + (int)Math.Round((double)instant * (ExposureTicks - 1) / (count - 1), MidpointRounding.AwayFromZero);

    /// <summary>The mean of spikes over a window of ticks (TFP): [1, height, width].</summary>
    /// <exception cref="SpikeDataException">SPIKE513: the window leaves the recording.</exception>
    public void MeanSpikes(SpikeWindow window, int tick, int length, Span<float> mean)
    {
        int first = FirstOf(tick, length);
        mean.Clear();
        for (int i = 0; i < length; i++) Walk(first + i, window, mean, static (spike, ref sum) => sum += spike);
        foreach (ref float pixel in mean) pixel /= length;
    }

    /// <summary>The spikes of a window of ticks: [count, height, width].</summary>
    /// <exception cref="SpikeDataException">SPIKE513: the window leaves the recording.</exception>
    public void Spikes(SpikeWindow window, int tick, int count, Span<float> planes)
    {
        int first = FirstOf(tick, count), plane = window.Height * window.Width;
        for (int i = 0; i < count; i++) Walk(first + i, window, planes.Slice(i * plane, plane), static (spike, ref pixel) => pixel = spike);
    }

    /// <summary>The blurry image: [3, scale height, scale width].</summary>
    public void Blur(SpikeWindow window, Span<float> planes) => Picture(blur, window, planes);

    /// <summary>The blurry image in gray as S-SDM weighs colors, 0.11 blue + 0.59 green + 0.3 red: [1, scale height, scale width].</summary>
    public void GrayBlur(SpikeWindow window, Span<float> plane) => GrayPicture(blur, window, plane);

    /// <summary>A sharp image: [3, scale height, scale width].</summary>
    public void Sharp(int index, SpikeWindow window, Span<float> planes) => Picture(sharp[index], window, planes);

    /// <summary>A sharp image in gray: [1, scale height, scale width].</summary>
    public void GraySharp(int index, SpikeWindow window, Span<float> plane) => GrayPicture(sharp[index], window, plane);

    delegate void Visit(byte spike, ref float pixel);

    void Walk(int tick, SpikeWindow window, Span<float> plane, Visit visit)
    {
        for (int row = 0; row < window.Height; row++)
        {
            ReadOnlySpan<byte> line = spikes.AsSpan((tick * Height + window.Top + row) * Width + window.Left, window.Width);
            Span<float> target = plane.Slice(row * window.Width, window.Width);
            for (int column = 0; column < line.Length; column++) visit(line[column], ref target[column]);
        }
    }

    void Picture(byte[] picture, SpikeWindow window, Span<float> planes)
    {
        int height = window.Height * Scale, width = window.Width * Scale, plane = height * width;
        for (int row = 0; row < height; row++)
        {
            ReadOnlySpan<byte> line = picture.AsSpan(((window.Top * Scale + row) * Width * Scale + window.Left * Scale) * 3, width * 3);
            for (int channel = 0; channel < 3; channel++)
            {
                Span<float> target = planes.Slice(channel * plane + row * width, width);
                for (int column = 0; column < width; column++) target[column] = line[3 * column + channel] / 255f;
            }
        }
    }

    void GrayPicture(byte[] picture, SpikeWindow window, Span<float> plane)
    {
        float[] color = ArrayPool<float>.Shared.Rent(3 * plane.Length);
        Picture(picture, window, color);
        for (int i = 0; i < plane.Length; i++) plane[i] = 0.11f * color[i] + 0.59f * color[plane.Length + i] + 0.3f * color[2 * plane.Length + i];
        ArrayPool<float>.Shared.Return(color);
    }

    int FirstOf(int tick, int length)
    {
        int first = tick - length / 2;
        if (first >= 0 && first + length <= Ticks) return first;
        throw new SpikeDataException("SPIKE513", $"{Name}: {length} ticks around tick {tick} are needed, and there are {Ticks}. "
            + $"Record more ticks around the exposure, 'simulate-spikes: {{ margin: {length / 2} }}', or take fewer ticks.");
    }
}

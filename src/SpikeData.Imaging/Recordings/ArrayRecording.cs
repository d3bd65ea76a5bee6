using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A recording in an array of zeros and ones, of any type of number and any order of axes.</summary>
/// <remarks>Where ticks are the first axis in the file they are read block by block. Otherwise every tick is spread over the whole file, and all are kept in memory, packed.</remarks>
sealed class ArrayRecording : SpikeRecording
{
    const int BytesAtOnce = 1 << 24;

    readonly StoredArray array;
    readonly SpikeBox box;
    readonly ArraySlices slices;
    readonly SpikeElements elements;
    readonly int sliceBytes;
    readonly bool isAxesStated;
    byte[] numbers = [];
    byte[] spikes = [];
    byte[]? turned;

    ArrayRecording(string path, RecordingFormat format, StoredArray array, SpikeBox box, ArraySlices slices, SpikeLayout layout, RecordingFacts facts)
        : base(path, layout, box.Ticks, facts)
    {
        (Format, this.array, this.box, this.slices) = (format, array, box, slices);
        (sliceBytes, isAxesStated) = ((int)box.SliceLength * array.Type.Size(), facts.Axes is not null);
        elements = new(array.Type, array.IsBigEndian);
    }

    public override RecordingFormat Format { get; }

    public override string? Warning => array.Sides.Count > 3
        ? $"{array.Subject} is {array.Shape}; axes of length 1 were left out, and it is read as {(Facts.Axes ?? ArrayAxes.Thw).Describe()}."
        : null;

    /// <param name="path">The file.</param>
    /// <param name="format">What it is.</param>
    /// <param name="array">The array in it.</param>
    /// <param name="stated">What else is known.</param>
    /// <param name="open">Opens the numbers, of which a slice has so many bytes.</param>
    /// <exception cref="SpikeDataException">SPIKE454, 462, 464, 470: it cannot be a recording of the size stated.</exception>
    public static ArrayRecording Of(string path, RecordingFormat format, StoredArray array, RecordingFacts stated, Func<int, ArraySlices> open)
    {
        SpikeBox box = array.Box(stated.Axes ?? ArrayAxes.Thw, path);
        SpikeLayout layout = stated.LayoutOfArray(path, box.Height, box.Width);
        long bytes = box.SliceLength * array.Type.Size();
        if (bytes > Array.MaxLength || (box.TickAxis > 0 && (long)box.Ticks * layout.FrameBytes > Array.MaxLength))
            throw new SpikeDataException("SPIKE462",
                $"{array.Subject}, {array.Shape}, is too large to be turned so that ticks come first. Save it in Python as [ticks, height, width]: numpy.ascontiguousarray(array.transpose(...)).") { File = path };
        return new(path, format, array, box, open((int)bytes), layout, stated);
    }

    private protected override void Fill(long first, int ticks, Span<byte> packed)
    {
        if (box.TickAxis > 0)
        {
            turned ??= Turn();
            turned.AsSpan((int)first * Layout.FrameBytes, ticks * Layout.FrameBytes).CopyTo(packed);
            return;
        }

        int next = 0;
        Walk((int)first, ticks, packed, (_, target) =>
        {
            if (box.ColumnAxis < box.RowAxis) Transpose();
            SpikeBits.TryPack(spikes, target.Slice(next++ * Layout.FrameBytes, Layout.FrameBytes));
        });
    }

    private protected override ReadingDoubt? FindDoubt()
    {
        if (isAxesStated) return null;
        SpikeSample sample = new(box);
        try
        {
            Walk(sample.FirstSlice, sample.Slices, default, (slice, _) => sample.Add(spikes));
        }
        catch (SpikeDataException strange) when (strange.Id == "SPIKE454")
        {
            // Reading the ticks will say so, or they are not read.
            return null;
        }

        if (sample.OtherTickAxis() is not { } axis) return null;
        ArrayAxes likely = ArrayAxesWords.WithTicksAt(array.IsFirstContiguous ? 2 - axis : axis);
        return new("SPIKE493",
            $"{array.Subject} is {array.Shape}, and its spikes are spread as over time along axis {likely.Places()[0]} (counted from 0), not along axis 0 as in {ArrayAxes.Thw.Describe()}. " +
            $"It may be {likely.Describe()}: --axes {likely.Word()}. Give the order that it was written in; --axes thw where it is right as it is.",
            new() { Axes = likely });
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) slices.Dispose();
    }

    delegate void SliceAction(int slice, Span<byte> target);

    /// <summary>Reads slices, each of which lies in <see cref="spikes"/> then as bytes 0 and 1.</summary>
    void Walk(int first, int count, Span<byte> target, SliceAction action)
    {
        if (spikes.Length == 0) (spikes, numbers) = (new byte[box.SliceLength], new byte[(int)(sliceBytes * Math.Clamp(BytesAtOnce / sliceBytes, 1L, box.Sides[0]))]);
        int most = numbers.Length / sliceBytes;
        for (int done = 0; done < count; done += most)
        {
            int slicesAtOnce = Math.Min(most, count - done);
            slices.Read(first + done, slicesAtOnce, numbers.AsSpan(0, slicesAtOnce * sliceBytes));
            for (int slice = 0; slice < slicesAtOnce; slice++)
            {
                ReadOnlySpan<byte> raw = numbers.AsSpan(slice * sliceBytes, sliceBytes);
                int strange = elements.Narrow(raw, spikes);
                if (strange >= 0) throw NoSpike(first + done + slice, strange, raw);
                action(first + done + slice, target);
            }
        }
    }

    /// <summary>Reads the whole array and packs the ticks that are spread over it.</summary>
    byte[] Turn()
    {
        byte[] all = new byte[box.Ticks * Layout.FrameBytes];
        Walk(0, box.Sides[0], all, (slice, target) =>
        {
            for (int index = 0; index < spikes.Length; index++)
            {
                if (spikes[index] == 0) continue;
                (int tick, int row, int column) = box.PlaceOf(slice, index);
                int bit = row * Layout.Width + column;
                target[tick * Layout.FrameBytes + (bit >> 3)] |= (byte)(1 << (bit & 7));
            }
        });
        return all;
    }

    /// <summary>Turns a frame whose columns come one after another into one of rows.</summary>
    void Transpose()
    {
        byte[] columns = [.. spikes];
        for (int row = 0; row < Layout.Height; row++)
        for (int column = 0; column < Layout.Width; column++)
            spikes[row * Layout.Width + column] = columns[column * Layout.Height + row];
    }

    SpikeDataException NoSpike(int slice, int index, ReadOnlySpan<byte> raw)
    {
        (int tick, int row, int column) = box.PlaceOf(slice, index);
        string value = elements.Text(raw.Slice(index * array.Type.Size(), array.Type.Size()));
        return new("SPIKE454", $"{array.Subject} holds {value} at tick {tick}, row {row}, column {column}, where 0 or 1 was expected. " + (value is "255" or "-1" or "True"
            ? "It is a mask of another value than 1; in Python: (array != 0).astype('uint8')."
            : "These are no spikes but perhaps counts, intervals (DSFT) or a picture. Name the array of spikes with --array.")) { File = Path };
    }
}

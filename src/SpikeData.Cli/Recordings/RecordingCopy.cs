using System.Globalization;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Ticks of a recording on their way to other files, block by block.</summary>
sealed record RecordingCopy(SpikeRecording Source, long First, long Ticks, RowOrder Rows)
{
    /// <summary>Called with the number of ticks of each block that is done.</summary>
    internal Action<long> Advance { get; init; } = _ => { };

    /// <exception cref="SpikeDataException">SPIKE473: the recording has no such ticks.</exception>
    internal static RecordingCopy Of(SpikeRecording source, FrameRange range, RowOrder rows)
    {
        long first = range.First, last = Math.Min(range.Last ?? long.MaxValue, source.Ticks - 1);
        if (first > last || range.Last >= source.Ticks)
            throw new SpikeDataException("SPIKE473", $"Ticks {range} are wanted; the file holds {Counted.Of(source.Ticks, "tick")}, counted from 0. Name some of 0..{source.Ticks - 1}.") { File = source.Path };
        return new(source, first, last - first + 1, rows);
    }

    /// <summary>Writes the ticks into one file, whose name says the format.</summary>
    internal void Write(string path)
    {
        using SpikeRecordingWriter writer = SpikeRecordingWriter.Create(path, Source.Facts with { Rows = Rows, Ticks = Ticks, Array = null });
        foreach (SpikeStream block in Source.Blocks(first: First, count: Ticks))
        {
            writer.Write(block);
            Advance(block.Ticks);
        }

        writer.Complete();
    }

    /// <summary>What is written, for people.</summary>
    internal string Words => string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(Ticks, "tick")} of {Source.Layout.Width}x{Source.Layout.Height}");

    /// <summary>The same cut into pieces of equal length; what is left at the end is left out.</summary>
    internal IEnumerable<RecordingCopy> Cut(long ticks)
    {
        for (long done = 0; done + ticks <= Ticks; done += ticks) yield return this with { First = First + done, Ticks = ticks };
    }
}

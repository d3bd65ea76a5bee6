using System.Globalization;
using System.Text.Json.Nodes;
using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Whether frames keep their shape when they are brought to another size; whole pixels allow no more than the nearest.</summary>
static class SizeFit
{
    /// <summary>Notes where they do not.</summary>
    public static void Note(ClipFacts facts, FrameSize from, FrameSize to)
    {
        if (Keeps(from, to)) return;
        double wider = (((double)to.Width * from.Height / ((double)to.Height * from.Width)) - 1) * 100;
        facts.Note("size", new()
        {
            ["from"] = $"{from}",
            [ClipFacts.Warning] = string.Create(CultureInfo.InvariantCulture,
                $"frames of {from} are brought to {to}, in which everything is {Math.Abs(wider):0.##} % {(wider > 0 ? "wider" : "narrower")} than it was"),
        });
    }

    /// <summary>Whether one side is the nearest whole number to what the other asks for.</summary>
    public static bool Keeps(FrameSize from, FrameSize to) =>
        to.Height == Nearest(to.Width, from.Height, from.Width) || to.Width == Nearest(to.Height, from.Width, from.Height);

    /// <summary>Notes among the facts of a product what of the frames is left out by pixels that stand for several, across and down.</summary>
    /// <param name="size">The frames.</param>
    /// <param name="scale">How many pixels of a frame, across and down, one pixel stands for.</param>
    /// <param name="name">What the recipe calls that.</param>
    /// <param name="facts">The facts.</param>
    /// <returns>The facts.</returns>
    public static JsonObject NoteRest(FrameSize size, int scale, string name, JsonObject facts)
    {
        (int columns, int rows) = (size.Width % scale, size.Height % scale);
        if ((columns, rows) == (0, 0)) return facts;
        string[] rest = [.. new[] { (rows, "row"), (columns, "column") }.Where(part => part.Item1 > 0).Select(part => Counted.Of(part.Item1, part.Item2))];
        facts[ClipFacts.Warning] = $"{name} {scale} does not divide {size}: the last {string.Join(" and ", rest)} of each frame are left out";
        return facts;
    }

    static int Nearest(int side, int other, int own) => Math.Max(1, (int)Math.Round((double)side * other / own, MidpointRounding.AwayFromZero));
}

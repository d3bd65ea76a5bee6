namespace SpikeData.Imaging.Tests;

/// <summary>Spikes of a drawn pattern, as a pixel that adds up light and fires when there is enough: [40 ticks, 32, 48], with phases that differ from pixel to pixel.</summary>
static class MovingPattern
{
    public const int Ticks = 40, Height = 32, Width = 48;

    /// <summary>Bytes 0 and 1, the highest row first.</summary>
    public static byte[] Spikes { get; } = Draw(1);

    /// <summary>Draws it; a larger tick is brighter.</summary>
    public static byte[] Draw(int light)
    {
        const int threshold = 1000;
        // Phases in any regular order would be even in space too.
        Random phases = new(3);
        byte[] spikes = new byte[Ticks * Height * Width];
        for (int row = 0; row < Height; row++)
        for (int column = 0; column < Width; column++)
        {
            int voltage = phases.Next(threshold);
            int rate = light * (60 + 5 * row + 3 * column + (row / 8 + column / 12) % 2 * 60);
            for (int tick = 0; tick < Ticks; tick++)
            {
                voltage += rate;
                if (voltage < threshold) continue;
                voltage -= threshold;
                spikes[(tick * Height + row) * Width + column] = 1;
            }
        }

        return spikes;
    }

    /// <summary>The same numbers with the axes in another order, the last contiguous.</summary>
    public static byte[] In(ArrayAxes axes)
    {
        byte[] turned = new byte[Spikes.Length];
        int[] lengths = Shape(axes);
        string word = axes.Word();
        for (int tick = 0, from = 0; tick < Ticks; tick++)
        for (int row = 0; row < Height; row++)
        for (int column = 0; column < Width; column++, from++)
        {
            int[] place = [.. word.Select(letter => letter switch { 't' => tick, 'h' => row, _ => column })];
            turned[(place[0] * lengths[1] + place[1]) * lengths[2] + place[2]] = Spikes[from];
        }

        return turned;
    }

    public static int[] Shape(ArrayAxes axes) => [.. axes.Word().Select(letter => letter switch { 't' => Ticks, 'h' => Height, _ => Width })];
}

namespace SpikeData.Training;

/// <summary>How a window is shown.</summary>
/// <param name="Orientation">How it is turned and flipped.</param>
/// <param name="ReversesColors">Whether blue and red are exchanged.</param>
/// <param name="SwapsTime">Whether it is shown backwards in time.</param>
readonly record struct Augmentation(Orientation Orientation, bool ReversesColors, bool SwapsTime)
{
    /// <summary>Writes a square picture as it is shown: three planes.</summary>
    public void Show(ReadOnlySpan<byte> pixels, int side, ReadOnlySpan<float> levels, Span<float> planes)
    {
        int plane = side * side;
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
            {
                (int row, int column) = (Orientation.FlipsRows ? side - 1 - y : y, Orientation.FlipsColumns ? side - 1 - x : x);
                if (Orientation.IsTransposed) (row, column) = (column, row);
                int from = (row * side + column) * 3, to = y * side + x;
                for (int color = 0; color < 3; color++) planes[color * plane + to] = levels[pixels[from + (ReversesColors ? 2 - color : color)]];
            }
    }
}

namespace SpikeData.Training;

/// <summary>A batch of windows on a tape.</summary>
/// <param name="First">[N, 3, H, W].</param>
/// <param name="Truth">The true frames at the timesteps.</param>
/// <param name="Second">The frames after them.</param>
/// <param name="Timesteps">One for each window, between 0 and 1.</param>
sealed record FrameBatch(Tensor First, Tensor Truth, Tensor Second, float[] Timesteps)
{
    /// <param name="windows">Squares of one size.</param>
    /// <param name="augmentations">How each is shown.</param>
    /// <param name="levels">The number that stands for each color.</param>
    public static FrameBatch Of(Tape tape, IReadOnlyList<Triplet> windows, IReadOnlyList<Augmentation> augmentations, float[] levels)
    {
        int side = windows[0].Height;
        Shape shape = new(windows.Count, 3, side, side);
        float[] planes = new float[shape.Length];
        float[] timesteps = [.. windows.Select((window, i) => augmentations[i].SwapsTime ? 1 - window.Timestep : window.Timestep)];
        return new(
            Put((window, swapped) => swapped ? window.Second : window.First),
            Put((window, _) => window.Truth),
            Put((window, swapped) => swapped ? window.First : window.Second),
            timesteps);

        Tensor Put(Func<Triplet, bool, byte[]> picture)
        {
            int each = shape.Length / windows.Count;
            for (int i = 0; i < windows.Count; i++)
                augmentations[i].Show(picture(windows[i], augmentations[i].SwapsTime), side, levels, planes.AsSpan(i * each, each));
            return tape.Input(shape, planes);
        }
    }
}

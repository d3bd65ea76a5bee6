namespace SpikeData.Training;

/// <summary>Two frames and the true one between them: rows of blue, green, red.</summary>
sealed class Triplet(int height, int width)
{
    public int Height => height;

    public int Width => width;

    public byte[] First { get; } = new byte[height * width * 3];

    public byte[] Truth { get; } = new byte[height * width * 3];

    public byte[] Second { get; } = new byte[height * width * 3];

    /// <summary>When the true frame was taken: 0 with the first, 1 with the second.</summary>
    public float Timestep { get; set; } = 0.5f;
}

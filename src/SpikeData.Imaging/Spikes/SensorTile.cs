namespace SpikeData.Imaging;

/// <summary>A rectangle of a sensor's pixels, which draw the random numbers that they draw as parts of the whole sensor.</summary>
/// <param name="Columns">Pixels in a row of the tile.</param>
/// <param name="SensorColumns">Pixels in a row of the sensor.</param>
/// <param name="First">The number of the tile's upper left pixel, counted along the rows of the sensor.</param>
public readonly record struct SensorTile(int Columns, int SensorColumns, int First)
{
    /// <summary>A whole sensor of so many columns.</summary>
    public static implicit operator SensorTile(int columns) => new(columns, columns, 0);

    /// <summary>Where a pixel lies in memory of the tile.</summary>
    public int PlaceOf(int row, int column) => (row * Columns) + column;

    /// <summary>Which pixel of the sensor it is.</summary>
    public int NumberOf(int row, int column) => First + (row * SensorColumns) + column;
}

namespace SpikeData.Calibration;

/// <summary>A picture that was to show the board, and where its marks were found.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Marks">One place for each of <see cref="Board.Points"/>, in their order; null where the board was not found.</param>
public sealed record BoardView(GrayPicture Picture, IReadOnlyList<Point2>? Marks)
{
    public string Name => Picture.Name;
}

namespace SpikeData.Training;

/// <summary>Tensors put together from pieces of others: what crops, joins, turns and stacks images without changing a number.</summary>
static class Mosaic
{
    /// <summary>Copies a piece into a new tensor; the gradient goes back the same way.</summary>
    public static Tensor Place(this Tensor y, in Piece piece)
    {
        Shape size = piece.Size;
        y.Tape.Run(
            new CopyPixels(piece.Source.Values, piece.From, size.Height, size.Width, new(y.Values), piece.To), CopyPixels.RowsOf(size.Batch, size.Height, size.Width), size.Channels);
        return y.Tape.Record(y, new Backward(piece, y));
    }

    readonly record struct Backward(Piece Piece, Tensor Y) : IBackward
    {
        public void Run(Tape tape)
        {
            (Tensor x, Shape size) = (Piece.Source, Piece.Size);
            if (!x.NeedsGradient) return;
            Accumulator share = size.Length == x.Shape.Length ? x.Share() : x.ShareOfPart();
            tape.Run(new CopyPixels(Y.Gradient, Piece.To, size.Height, size.Width, share, Piece.From), CopyPixels.RowsOf(size.Batch, size.Height, size.Width), size.Channels);
        }
    }
}

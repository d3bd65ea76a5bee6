namespace SpikeData.Training;

/// <summary>What verbs ask of the shapes of their operands.</summary>
static class Shapes
{
    /// <summary>The shape both tensors have.</summary>
    public static Shape Same(Tensor a, Tensor b) =>
        a.Shape == b.Shape ? a.Shape : throw new ArgumentException($"Tensors of one shape were expected; these are {a.Shape} and {b.Shape}.");
}

namespace SpikeData.Training;

/// <summary>How rows I-1 and I-2 of a report bring what few spikes show to the size of the pictures.</summary>
public enum RowEnlargement
{
    /// <summary>Each spike pixel becomes a square of equal pixels, as in the published evaluation.</summary>
    Nearest,

    /// <summary>Pixels between are interpolated, which alone gains 2 to 3 dB over the paper's rows.</summary>
    Bilinear,
}

static class RowEnlargements
{
    public static Tensor EnlargeBy(this Tensor x, RowEnlargement way, int scale) => way == RowEnlargement.Nearest ? x.ResizeNearest(scale) : x.ResizeBilinear(scale);

    /// <summary>What a report calls it.</summary>
    public static string Words(this RowEnlargement way) => way == RowEnlargement.Nearest ? "nearest neighbor" : "bilinear interpolation";

    /// <summary>The title of a table, which says where it departs from the published way.</summary>
    public static string Of(this RowEnlargement way, string title) => way == RowEnlargement.Nearest ? title : $"{title}, bilinear";
}

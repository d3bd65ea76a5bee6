namespace SpikeData.Training;

/// <summary>What lies beyond the border of an image.</summary>
public enum Border
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The border pixel again and again.</summary>
    Repeat,

    /// <summary>The image in a mirror that stands on the border pixel, which is not doubled.</summary>
    Mirror,
}

/// <summary>Where the places of a padded axis come from, and where the places of the axis went.</summary>
/// <param name="Border">Repeat or mirror.</param>
/// <param name="Length">How long the axis is.</param>
/// <param name="Before">How many places stand before its first.</param>
/// <param name="Padded">How long the padded axis is.</param>
readonly record struct BorderMap(Border Border, int Length, int Before, int Padded)
{
    /// <summary>How many copies a place can have: itself, and one or more on each side.</summary>
    public int Copies => Border == Border.Mirror ? 3 : 1 + Math.Max(Before, Padded - Before - Length) * 2;

    /// <summary>The place of the axis that a padded place shows.</summary>
    public int Source(int padded)
    {
        int place = padded - Before;
        if (Border == Border.Repeat) return Math.Min(Math.Max(place, 0), Length - 1);
        if (place < 0) place = -place;
        return place < Length ? place : 2 * (Length - 1) - place;
    }

    /// <summary>The i-th padded place that shows a place of the axis, or -1 where there is none.</summary>
    public int Copy(int place, int i)
    {
        if (i == 0) return place + Before;
        int copy = Border == Border.Mirror ? Reflected(place, i) : Repeated(place, i);
        return copy < Padded ? copy : -1;
    }

    int Reflected(int place, int i)
    {
        if (i == 1) return place > 0 && place <= Before ? Before - place : -1;
        return place < Length - 1 ? Before + 2 * (Length - 1) - place : -1;
    }

    int Repeated(int place, int i)
    {
        int distance = (i + 1) / 2;
        if (i % 2 == 1) return place == 0 ? Math.Max(Before - distance, -1) : -1;
        return place == Length - 1 ? Before + place + distance : -1;
    }
}

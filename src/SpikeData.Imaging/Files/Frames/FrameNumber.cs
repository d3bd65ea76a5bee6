using System.Globalization;

namespace SpikeData.Imaging;

/// <summary>A number in the name of a file: of any length, below zero too, and with a fraction where it is a time stamp.</summary>
/// <param name="IsNegative">Whether a minus stands before it.</param>
/// <param name="Whole">Its digits before the point, as written.</param>
/// <param name="Fraction">Its digits behind the point; empty where there is none.</param>
readonly record struct FrameNumber(bool IsNegative, string Whole, string Fraction) : IComparable<FrameNumber>
{
    const int MostDigitsCounted = 18;

    /// <summary>The number, where it is a whole one that fits.</summary>
    public long? Count => Fraction.Length == 0 && Whole.Length <= MostDigitsCounted ? (IsNegative ? -1 : 1) * long.Parse(Whole, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether they are one number, however many zeros stand before it.</summary>
    public bool Equals(FrameNumber other) => CompareTo(other) == 0;

    public override int GetHashCode() => HashCode.Combine(IsNegative, Whole.TrimStart('0'), Fraction.TrimEnd('0'));

    public int CompareTo(FrameNumber other)
    {
        if (IsNegative != other.IsNegative) return IsNegative ? -1 : 1;
        ReadOnlySpan<char> digits = Whole.AsSpan().TrimStart('0'), others = other.Whole.AsSpan().TrimStart('0');
        int order = digits.Length.CompareTo(others.Length);
        if (order == 0) order = digits.SequenceCompareTo(others);
        if (order == 0) order = CompareFractions(Fraction, other.Fraction);
        return IsNegative ? -order : order;
    }

    /// <summary>Compares digits as those behind a decimal point.</summary>
    public static int CompareFractions(string one, string other) => one.AsSpan().TrimEnd('0').SequenceCompareTo(other.AsSpan().TrimEnd('0'));
}

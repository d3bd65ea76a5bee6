using System.Globalization;

namespace SpikeData.Recipes;

/// <summary>The smallest and the largest number a parameter accepts, both included, and what is counted.</summary>
public sealed record NumberRange(double Minimum, double Maximum, string Unit)
{
    public bool Contains(double number) => number >= Minimum && number <= Maximum;

    /// <summary>Such as "from 1 to 250 ticks", "of at least 0 pixels".</summary>
    public override string ToString()
    {
        string unit = Unit.Length == 0 ? "" : " " + Unit;
        if (IsOpen(Maximum)) return $"of at least {Text(Minimum)}{unit}";
        return IsOpen(Minimum) ? $"of at most {Text(Maximum)}{unit}" : $"from {Text(Minimum)} to {Text(Maximum)}{unit}";
    }

    /// <summary>The smallest number as YAML writes it; null when there is none.</summary>
    internal string? Smallest => IsOpen(Minimum) ? null : Text(Minimum);

    /// <summary>Whether a limit is none: infinite, or all that a C# number holds.</summary>
    public static bool IsOpen(double limit) => Math.Abs(limit) >= int.MaxValue;

    static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}

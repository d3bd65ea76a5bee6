using System.CommandLine;

namespace SpikeData.Cli;

/// <summary>Options that take a number above 0.</summary>
static class PositiveOptions
{
    internal static void MustBePositive(this Option<double> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<double>() is not (> 0 and < double.PositiveInfinity)) result.AddError($"{option.Name} is a number above 0.");
    });

    internal static void MustBePositive(this Option<double?> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<double?>() is not (null or > 0 and < double.PositiveInfinity)) result.AddError($"{option.Name} is a number above 0.");
    });
}

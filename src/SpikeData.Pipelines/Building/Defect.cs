using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The last resort for what nobody foresaw: says that the program is at fault, and where in the code when asked to.</summary>
public static class Defect
{
    const string Variable = "SPIKEDATA_TRACE";

    const string Id = "SPIKE439";

    /// <summary>A line for a person, under SPIKE439; memory that ran out is no defect and is SPIKE438.</summary>
    public static string Explain(Exception error)
    {
        Exception first = error is AggregateException { InnerExceptions: [{ } only, ..] } ? only : error;
        if (first is OutOfMemoryException) return "spikedata: error SPIKE438: There is not enough memory for this. Use smaller inputs, or fewer clips at once (--jobs 1).";
        // Where no file can be opened, the system cannot say so: the code that would is not loaded either.
        if (OpenFileLimit.IsReached()) return $"spikedata: error SPIKE122: A file cannot be opened: {OpenFileLimit.WayOut}";
        string what = $"spikedata: error {Id}: This is a defect of the program, not of what it was given: {first.GetType().Name}: {FileName.OneLine(first.Message)} "
            + $"Please report it to those you have the program from, with the command you gave; {Variable}=1 before the command shows where it happened.";
        return Environment.GetEnvironmentVariable(Variable) is "1" ? $"{what}{Environment.NewLine}{error}" : what;
    }
}

using System.CommandLine.Parsing;

namespace SpikeData.Cli;

/// <summary>Words of the command line as values.</summary>
static class CommandWords
{
    /// <summary>Reads one word, or says what is wrong with it.</summary>
    internal static T? Parse<T>(ArgumentResult result, Func<string, T> parse)
        where T : struct
    {
        try
        {
            return parse(result.Tokens.Single().Value);
        }
        catch (FormatException wrong)
        {
            result.AddError(wrong.Message);
            return null;
        }
    }
}

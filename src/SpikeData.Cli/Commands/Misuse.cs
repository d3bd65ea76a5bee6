using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary>Command lines that make no sense, also where they ask for help: what is wrong with them, in few lines.</summary>
static class Misuse
{
    /// <summary>What is wrong with a line; nothing when it can be run.</summary>
    internal static IReadOnlyList<string> Of(ParseResult line)
    {
        // A directive such as [suggest] asks about a line that is being typed.
        if (line.Tokens.Any(token => token.Type == TokenType.Directive)) return [];
        string[] options = [.. UnknownOptions(line)], unmatched = [.. line.UnmatchedTokens.Except(options)];
        Command command = line.CommandResult.Command;
        string[] known = [.. command.Options.Where(option => !option.Hidden).Select(option => option.Name)], commands = [.. command.Subcommands.Select(below => below.Name)];
        IEnumerable<string> unknown = options.Select(word => $"There is no option '{word}'.{Wording.Suggestion(word, known)}")
            .Concat(unmatched.Select(word => $"'{word}' is not understood here.{Wording.Suggestion(word, commands)}"));
        // The library's own message about a word that is explained already says less.
        IEnumerable<string> others = line.Errors.Select(error => error.Message)
            .Where(message => !options.Concat(unmatched).Any(word => message.Contains($"'{word}'", StringComparison.Ordinal)));
        return [.. unknown, .. line.Action is ParseErrorAction || options.Length > 0 ? others.Distinct() : []];
    }

    /// <summary>Says what is wrong, how the command is used, and where the rest stands; the whole help would push the first of these away.</summary>
    internal static async Task<int> ReportAsync(IReadOnlyList<string> misuse, ParseResult line, TextWriter error)
    {
        foreach (string message in misuse) await error.WriteLineAsync(message);
        string[] words = [.. Words(line.CommandResult)];
        await error.WriteLineAsync($"Usage: {string.Join(' ', words)}{Usage(line.CommandResult.Command)}");
        await error.WriteLineAsync($"All options: {string.Join(' ', words)} --help");
        return ExitCode.Misuse;
    }

    /// <summary>Words in the form of options that the library takes for names or values. After a lone <c>--</c> they are that.</summary>
    static IEnumerable<string> UnknownOptions(ParseResult line) => line.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && IsOption(token.Value)).Select(token => token.Value).Distinct();

    static bool IsOption(string word) => word.Length > 1 && word[0] == '-' && (char.IsAsciiLetter(word[1]) || (word[1] == '-' && word.Length > 2));

    static IEnumerable<string> Words(CommandResult command) =>
        command.Parent is CommandResult parent ? Words(parent).Append(command.Command.Name) : ["spikedata"];

    static string Usage(Command command) => string.Concat(command.Arguments.Select(argument =>
        argument.Arity.MinimumNumberOfValues == 0 ? $" [{Name(argument)}]" : $" {Name(argument)}"))
        + (command.Subcommands.Count > 0 ? " COMMAND" : "") + (command.Options.Count > 0 ? " [options]" : "");

    static string Name(System.CommandLine.Argument argument) => argument.HelpName ?? argument.Name.ToUpperInvariant();
}

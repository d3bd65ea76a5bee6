using System.Reflection;

namespace SpikeData.Cli;

/// <summary>How this program is called here: <c>spikedata</c> where it is installed, a path where it runs from its source.</summary>
static class OwnCommand
{
    /// <summary>A command line that works in the current folder.</summary>
    /// <param name="words">What follows; words with blanks are put in quotes.</param>
    internal static string Line(params IEnumerable<string> words) => string.Join(' ', Name.Concat(words).Select(Quoted));

    static string[] Name
    {
        get
        {
            string name = Assembly.GetExecutingAssembly().GetName().Name!, process = Environment.ProcessPath ?? "";
            if (process.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)) process = process[..^4];
            return Path.GetFileName(process) switch
            {
                "dotnet" when Assembly.GetEntryAssembly() == Assembly.GetExecutingAssembly() => ["dotnet", Short(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"))],
                var file when file == name => [Short(process)],
                _ => ["spikedata"],
            };
        }
    }

    static string Short(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path) is var relative && relative.Length < path.Length ? relative : path;

    static string Quoted(string word) => word.Length == 0 || word.Any(letter => !char.IsLetterOrDigit(letter) && "-_./\\:+=@,".IndexOf(letter) < 0) ? $"\"{word}\"" : word;
}

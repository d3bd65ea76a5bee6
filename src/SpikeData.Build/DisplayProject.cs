using System.Globalization;
using System.Security;

namespace SpikeData.Build;

/// <summary>A project that is there to be seen: loggers show the name of the project that is being built, and of its target.</summary>
/// <param name="File">The project file, named after a data set.</param>
/// <param name="Target">What the data set is at.</param>
sealed record DisplayProject(string File, string Target)
{
    // What MSBuild allows in no name of a target, or reads as more than text elsewhere.
    const string Special = "%$@()*?.;'\"<>\\/|";

    /// <summary>Writes the project of a data set, which runs until the data set is finished.</summary>
    internal static DisplayProject OfDataset(string dataset, NewsFile news) =>
        Write(dataset, news, "dataset", "Building", nameof(ShowDataset), $"Dataset=\"{dataset}\"");

    /// <summary>Writes the project of a step, which runs until there are other news.</summary>
    /// <param name="shown">What its target is named after.</param>
    /// <param name="news">Where others come from.</param>
    /// <param name="number">Sets it apart from other steps: MSBuild reads a file once.</param>
    /// <param name="seconds">How long it is shown, unless the data set is finished before.</param>
    internal static DisplayProject OfStep(ProgramNews shown, NewsFile news, int number, int seconds) =>
        Write(shown.Dataset, news, $"{number}", NameOf(shown.Text), nameof(AwaitNews), $"Dataset=\"{shown.Dataset}\" Shown=\"{SecurityElement.Escape(NameOf(shown.Text))}\" Seconds=\"{seconds}\"");

    /// <summary>A text as the name of a target.</summary>
    internal static string NameOf(string text) =>
        string.Concat(text.Replace(" %", " percent", StringComparison.Ordinal).Select(letter => char.IsControl(letter) || Special.Contains(letter) ? '-' : letter));

    /// <summary>Has the node show it, while whoever calls waits.</summary>
    internal void Show(Microsoft.Build.Framework.IBuildEngine engine) => engine.BuildProjectFile(File, [Target], new Dictionary<string, string>(), null);

    static DisplayProject Write(string dataset, NewsFile news, string folder, string target, string task, string parameters)
    {
        string file = Path.Combine(news.DisplayFolder, folder, dataset + ".proj");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, $"""
            <Project>
              <UsingTask TaskName="SpikeData.Build.{task}" AssemblyFile="{Escaped(typeof(DisplayProject).Assembly.Location)}" />
              <Target Name="{SecurityElement.Escape(target)}"><{task} {parameters} NewsFile="{Escaped(news.Path)}" /></Target>
            </Project>
            """);
        return new(file, target);
    }

    static string Escaped(string path) => SecurityElement.Escape(string.Concat(path.Select(letter =>
        letter is '/' or '\\' or '.' || !Special.Contains(letter) ? $"{letter}" : string.Create(CultureInfo.InvariantCulture, $"%{(int)letter:X2}"))));
}

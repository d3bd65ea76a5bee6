using System.Xml.Linq;

namespace SpikeData.Build.Tests;

/// <summary>The house has floors: a project uses what lies below it, and each third-party library enters at one floor.</summary>
public sealed class FloorsTests
{
    /// <summary>Everything a project may refer to: projects by the end of their name, libraries by their whole name.</summary>
    static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Compute"] = ["ILGPU"],
        ["Imaging"] = ["Compute", "OpenCvSharp4", "OpenCvSharp4.official.runtime.linux-x64", "PureHDF"],
        ["Pipelines"] = ["Imaging", "Compute"],
        ["Calibration"] = ["Pipelines", "Imaging", "Compute", "YamlDotNet"],
        ["Testing"] = ["Pipelines", "Imaging", "Compute"],
        ["Training"] = ["Pipelines", "Imaging", "Compute"],
        ["Recipes"] = ["YamlDotNet", "PolySharp"],
        ["Generators"] = ["Recipes", "YamlDotNet", "PolySharp", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Analyzers"],
        ["Build"] = ["Microsoft.Build.Utilities.Core"],
        ["Tools"] = ["Build", "Generators", "Recipes", "Training", "Calibration", "Pipelines", "Imaging", "Compute"],
        ["Cli"] = ["Recipes", "Training", "Calibration", "Pipelines", "Imaging", "Compute", "System.CommandLine", "Spectre.Console"],
    };

    public static TheoryData<string> Projects => [.. Directory.GetFiles(Repository.File("src"), "*.csproj", SearchOption.AllDirectories)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_UsesOnlyWhatLiesBelowIt(string file)
    {
        string[] allowed = MayUse[Floor(file)];
        Assert.Empty(References(file).Except(allowed));
    }

    static IEnumerable<string> References(string file)
    {
        XDocument project = XDocument.Load(file);
        return project.Descendants("ProjectReference").Select(reference => Floor(reference.Attribute("Include")!.Value))
            .Concat(project.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value));
    }

    static string Floor(string file) => Path.GetFileNameWithoutExtension(file.Replace('\\', '/')).Split('.', 2)[1];
}

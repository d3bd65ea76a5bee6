using System.Diagnostics;
using SpikeData.Imaging;

namespace SpikeData.Benchmarks;

/// <summary>What `dotnet build` takes in a project with 100,000 source frames when nothing has changed, against one with none, and when one frame has.</summary>
static class BuildBenchmarks
{
    const int Clips = 100, FramesPerClip = 1000, Size = 8, Runs = 5;

    const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          <ItemGroup>REFERENCE</ItemGroup>
        </Project>
        """;

    const string Recipes = """
        datasets:
          many:
            - decode: { from: "data/{clip}/*.png", frames-per-second: 240 }
            - expose
            - synthesize-blur
            - write
        """;

    /// <param name="repository">The folder of this repository, whose projects have to be built in Release.</param>
    public static void NoOp(string repository)
    {
        string root = Directory.CreateTempSubdirectory("spikedata-bench-").FullName, version = $"0.1.0-bench{Environment.ProcessId}";
        try
        {
            string empty = Write(root, "empty", "", ("Program.cs", "return 0;"));
            string consumer = Write(root, "consumer", $"""<PackageReference Include="SpikeData.Tools" Version="{version}" />""", ("datasets.yaml", Recipes),
                ("nuget.config", """<configuration><packageSources><clear /><add key="feed" value="../feed" /></packageSources></configuration>"""));
            DotNet(repository, root, "msbuild", "build/Packages.proj", "-t:Pack", "-p:NoBuild=true", "-p:Configuration=Release", $"-p:PackageVersion={version}", $"-p:PackageOutputPath={root}/feed/");
            string frame = WriteFrames(consumer);
            Console.WriteLine($"first build of {Clips * FramesPerClip} frames: {DotNet(consumer, root, "build"):F1} s");
            DotNet(empty, root, "build");
            DotNet(consumer, root, "build");
            Console.WriteLine($"empty project, nothing changed: {Best(empty, root):F2} s");
            Console.WriteLine($"{Clips * FramesPerClip} frames, nothing changed: {Best(consumer, root):F2} s");
            File.WriteAllBytes(frame, Png.Color(new byte[Size * Size * 3], Size, Size));
            Console.WriteLine($"one frame changed: {DotNet(consumer, root, "build", "--no-restore"):F2} s");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    static string Write(string root, string name, string reference, params (string Name, string Text)[] files)
    {
        string folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), Project.Replace("REFERENCE", reference, StringComparison.Ordinal));
        foreach ((string file, string text) in files) File.WriteAllText(Path.Combine(folder, file), text);
        return folder;
    }

    /// <summary>Returns one of the frames.</summary>
    static string WriteFrames(string consumer)
    {
        byte[] bgr = new byte[Size * Size * 3];
        string path = "";
        for (int clip = 0; clip < Clips; clip++)
        {
            string folder = Directory.CreateDirectory(Path.Combine(consumer, "data", $"clip{clip:000}")).FullName;
            for (int frame = 0; frame < FramesPerClip; frame++)
            {
                for (int at = 0; at < bgr.Length; at++) bgr[at] = (byte)((clip * 7) + (frame * 3) + (at * 5));
                path = Path.Combine(folder, $"{frame:000000}.png");
                File.WriteAllBytes(path, Png.Color(bgr, Size, Size));
            }
        }

        return path;
    }

    static double Best(string folder, string root) => Enumerable.Range(0, Runs).Min(_ => DotNet(folder, root, "build", "--no-restore"));

    /// <summary>Runs the command in a folder; returns the seconds it took.</summary>
    static double DotNet(string folder, string root, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        // Packages of others come from where this repository's own build has put them; ours go where nobody else looks.
        string packages = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        start.Environment["NUGET_FALLBACK_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? packages;
        start.Environment["NUGET_PACKAGES"] = Path.Combine(root, "packages");
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException(output);
    }
}

using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Cli;

/// <summary><c>--force</c>: whether a result may replace what this program did not write. Looks, before the work, at the place that the result will take.</summary>
sealed class ForceOption : Option<bool>
{
    const int MostNames = 20;

    internal ForceOption()
        : base("--force") => Description = "Replaces a file that this program did not write or that was changed since; what is replaced is listed. Files of others in a folder are never removed.";

    /// <summary>A file can be written there, which is none of those that are read.</summary>
    internal void RequireFile(ParseResult line, string path, params ReadOnlySpan<string?> inputs)
    {
        RequireApart(path, inputs);
        List(line, path, Replacement.OfFile(path, line.GetValue(this)));
        OutputPlace.RequireFile(path);
    }

    /// <summary>A recording can be written there, with a sidecar beside it.</summary>
    internal void RequireRecording(ParseResult line, string path, string input)
    {
        RequireFile(line, path, input);
        string sidecar = Sidecar.PathOf(path);
        List(line, sidecar, Replacement.OfFile(sidecar, line.GetValue(this)));
    }

    /// <summary>A folder can be written there as a whole, apart from what is read.</summary>
    internal void RequireFolder(ParseResult line, string path, params ReadOnlySpan<string?> inputs)
    {
        RequireApart(path, inputs);
        foreach (string? input in inputs)
            if (input is not null && FilePlace.Holds(path, input)) throw Same(path);
        List(line, path, Replacement.OfFolder(path, line.GetValue(this)));
        OutputPlace.RequireFolder(path);
    }

    /// <summary>Pictures can be written there: a folder where the name has no ending, a file elsewhere.</summary>
    internal void RequirePictures(ParseResult line, string path, params ReadOnlySpan<string?> inputs)
    {
        if (Animation.IsFolder(path)) RequireFolder(line, path, inputs);
        else RequireFile(line, path, inputs);
    }

    static void RequireApart(string path, ReadOnlySpan<string?> inputs)
    {
        foreach (string? input in inputs)
            if (input is not null && FilePlace.Holds(input, path)) throw Same(path);
    }

    void List(ParseResult line, string path, IReadOnlyList<string> replaced)
    {
        if (!line.GetValue(this) || replaced.Count == 0) return;
        TextWriter output = line.InvocationConfiguration.Output;
        output.WriteLine($"{path}: {Counted.Of(replaced.Count, "file")} will be replaced:");
        foreach (string file in replaced.Take(MostNames)) output.WriteLine($"  {file}");
        if (replaced.Count > MostNames) output.WriteLine($"  and {replaced.Count - MostNames} more");
    }

    static SpikeDataException Same(string path) =>
        new("SPIKE459", "A result cannot be written over what it is made from, nor into it. Give the result another name.") { File = path };
}

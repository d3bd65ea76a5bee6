using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The license that somebody has put beside the source of a data set.</summary>
/// <param name="Path">The file, relative to the recipes.</param>
/// <param name="Text">What it says, or its beginning.</param>
sealed record SourceLicense(string Path, string Text)
{
    const int MostBytes = 8192;

    /// <summary>The licenses in the nearest folder above a file that has some, the folder of the recipes and what lies above it excepted unless the file lies there.</summary>
    /// <remarks>A file <c>bird.LICENSE.txt</c> speaks for <c>bird.mp4</c>; <c>LICENSE</c>, <c>LICENSE.txt</c> and <c>LICENSE.md</c> for everything below their folder.</remarks>
    public static IReadOnlyList<SourceLicense> Beside(string file, string recipeDirectory)
    {
        string? own = System.IO.Path.GetDirectoryName(file);
        for (string? folder = own; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (folder != own && folder.Length <= recipeDirectory.Length) break;
            string[] names = [$"{System.IO.Path.GetFileNameWithoutExtension(file)}.LICENSE.txt", "LICENSE", "LICENSE.txt", "LICENSE.md"];
            SourceLicense[] found = [.. names.Select(name => System.IO.Path.Combine(folder, name)).Where(File.Exists).Take(1).Select(path => Read(path, recipeDirectory))];
            if (found.Length > 0) return found;
        }

        return [];
    }

    static SourceLicense Read(string path, string recipeDirectory)
    {
        if (new FileInfo(path).LinkTarget is not null) return new(RelativeTo(recipeDirectory, path), "(a symbolic link, which is not followed: put the text itself in its place)");
        using FileStream file = InputFile.Open(path);
        byte[] beginning = new byte[MostBytes];
        int read = file.ReadAtLeast(beginning, MostBytes, throwOnEndOfStream: false);
        string text = System.Text.Encoding.UTF8.GetString(beginning, 0, read).ReplaceLineEndings("\n").TrimEnd();
        return new(RelativeTo(recipeDirectory, path), read == MostBytes ? text + "\n..." : text);
    }

    static string RelativeTo(string recipeDirectory, string path)
    {
        string relative = System.IO.Path.GetRelativePath(recipeDirectory, path).Replace('\\', '/');
        return relative.StartsWith("..", StringComparison.Ordinal) ? System.IO.Path.GetFileName(path) : relative;
    }
}

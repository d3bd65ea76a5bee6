namespace SpikeData.Build;

/// <summary>The newest of the program's news in a file: what it builds, and what it has finished. The tasks that show them may run in another process.</summary>
sealed class NewsFile(string path)
{
    internal string Path { get; } = path;

    /// <summary>Where projects are written that show the news.</summary>
    internal string DisplayFolder => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "display");

    /// <summary>What there is to say; nothing while the file cannot be read.</summary>
    internal IReadOnlyList<ProgramNews> Read()
    {
        try
        {
            return [.. File.ReadLines(Path).Select(ProgramNews.Parse).OfType<ProgramNews>()];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The data set that is being built.</summary>
    internal ProgramNews? Current => Read().LastOrDefault(news => !news.IsFinished);

    internal void Write(IEnumerable<ProgramNews> news)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            File.WriteAllLines(Path + ".next", news.Select(one => one.ToString()));
            File.Move(Path + ".next", Path, overwrite: true);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // A display is not worth a failed build.
        }
    }

    internal void Delete()
    {
        try
        {
            File.Delete(Path);
            if (Directory.Exists(DisplayFolder)) Directory.Delete(DisplayFolder, recursive: true);
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            // They are written anew by the next build.
        }
    }
}

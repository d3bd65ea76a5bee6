namespace SpikeData.Pipelines;

/// <summary>What may have been meant by a path of a recipe that leads nowhere, in words that follow "there is nothing at".</summary>
static class MissingPath
{
    const int MostNames = 5;

    /// <summary>A sentence, with a blank in front; empty when there is nothing to say.</summary>
    /// <param name="path">As the recipe writes it, with forward slashes; a pattern, or a file of any kind.</param>
    /// <param name="directory">The folder of the recipe file.</param>
    public static string Hint(string path, string directory)
    {
        if (Meaning(path, directory) is { Length: > 0 } meaning) return meaning;
        (string start, string[] names) = Split(path, directory);
        return Reading(() => Found(start, names));
    }

    /// <summary>Only what was meant; empty when nobody knows.</summary>
    /// <inheritdoc cref="Hint"/>
    public static string Meaning(string path, string directory)
    {
        if (path.Contains("://", StringComparison.Ordinal)) return " Addresses are not read: download the file, and name it.";
        if (Expanded(path) is var (word, full)) return $" '{word}' is not expanded in recipes: write '{full}'.";
        (string start, string[] names) = Split(path, directory);
        return Reading(() => Meant(start, names) is { } meant ? $" Did you mean '{Path.GetPathRoot(path)}{string.Join('/', meant)}'?" : "");
    }

    static (string Start, string[] Names) Split(string path, string directory)
    {
        string root = Path.GetPathRoot(path)!;
        return (root.Length > 0 ? root : directory, path[root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries));
    }

    static string Reading(Func<string> look)
    {
        try
        {
            return look();
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return "";
        }
    }

    /// <summary>What a shell would make of the beginning of a path.</summary>
    static (string Word, string Full)? Expanded(string path)
    {
        string word = path.Split('/')[0];
        string? value = word == "~" ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)
            : word.Length > 1 && word[0] == '$' ? Environment.GetEnvironmentVariable(word[1..])
            : word.Length > 2 && word[0] == '%' && word[^1] == '%' ? Environment.GetEnvironmentVariable(word[1..^1])
            : null;
        return string.IsNullOrEmpty(value) ? null : (word, value.Replace('\\', '/').TrimEnd('/') + path[word.Length..]);
    }

    /// <summary>The nearest path that leads somewhere, with names as they are where they fit.</summary>
    static string[]? Meant(string folder, ReadOnlySpan<string> names)
    {
        if (names.Length == 0) return [];
        string[] there = [.. Entries(folder, names.Length == 1)];
        NamePattern name = new(names[0]);
        string[] fitting = name.IsFixed ? (Exists(folder, names[0], names.Length == 1) ? [names[0]] : []) : [.. there.Where(entry => name.Matches(entry, default, out _))];
        foreach (string entry in fitting)
            if (Meant(Path.Combine(folder, entry), names[1..]) is { } rest) return [names[0], .. rest];
        string? near = name.IsFixed ? NearestWord.To(names[0], there) : names.Length == 1 ? OtherEnding(names[0], there) : null;
        if (near is null || fitting.Length > 0) return null;
        return Meant(Path.Combine(folder, near), names[1..]) is { } further ? [near, .. further] : null;
    }

    /// <summary>A pattern of files with the ending that the files have, where they all have one.</summary>
    static string? OtherEnding(string pattern, string[] there)
    {
        string[] endings = [.. there.Where(IsMedia).Select(file => Path.GetExtension(file)).Distinct()];
        return endings is [var one] ? Path.GetFileNameWithoutExtension(pattern) + one : null;
    }

    /// <summary>How far the path leads, and what is there.</summary>
    static string Found(string folder, ReadOnlySpan<string> names)
    {
        for (; names.Length > 1 && new NamePattern(names[0]).IsFixed && Directory.Exists(Path.Combine(folder, names[0])); names = names[1..])
            folder = Path.Combine(folder, names[0]);
        string[] there = [.. Entries(folder, names.Length == 1).Where(entry => entry[0] != '.').Order(StringComparer.Ordinal)];
        string more = there.Length > MostNames ? $" and {there.Length - MostNames} more" : "";
        string kind = names.Length == 1 ? "file" : "folder";
        return there.Length == 0 ? $" There is no {kind} in {folder}." : $" No {kind} in {folder} fits; there are {string.Join(", ", there.Take(MostNames))}{more}.";
    }

    static IEnumerable<string> Entries(string folder, bool files) =>
        (files ? Directory.EnumerateFiles(folder) : Directory.EnumerateDirectories(folder)).Select(entry => Path.GetFileName(entry));

    static bool Exists(string folder, string name, bool isFile) => isFile ? File.Exists(Path.Combine(folder, name)) : Directory.Exists(Path.Combine(folder, name));

    static bool IsMedia(string name) => MediaFiles.IsPicture(name) || MediaFiles.HasVideoEnding(name);
}

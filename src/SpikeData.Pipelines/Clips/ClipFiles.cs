namespace SpikeData.Pipelines;

/// <summary>Files that belong to one clip and are named by its words.</summary>
static class ClipFiles
{
    /// <summary>A path with the clip's own words in place of <c>{clip}</c> and <c>{split}</c>.</summary>
    public static string Of(string path, ClipSource clip) =>
        path.Replace("{clip}", clip.Name, StringComparison.Ordinal).Replace("{split}", clip.Split, StringComparison.Ordinal);

    /// <summary>Whether each clip has a file of its own.</summary>
    public static bool AreOwn(string path) => path.Contains("{clip}", StringComparison.Ordinal) || path.Contains("{split}", StringComparison.Ordinal);
}

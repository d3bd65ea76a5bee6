using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Footage in a folder or in folders below it, and the pattern by which a recipe finds it.</summary>
/// <param name="Pattern">As <c>decode: { from: }</c> takes it, with <c>{split}</c> and <c>{clip}</c> where names differ.</param>
/// <param name="First">One of the files.</param>
/// <param name="Remark">Which of sharp and blurry pictures were taken; null where there is no choice.</param>
sealed record FootageTree(string Pattern, string First, string? Remark)
{
    /// <summary>GOPRO's deepest: train/raw_data/clip, or train/clip/sharp.</summary>
    const int DeepestLevel = 4;

    static readonly string[] Splits = ["train", "test", "val", "valid", "validation"];

    /// <summary>Looks for videos in the folder itself, then for pictures, then for folders of them.</summary>
    /// <returns>Null where there is no footage.</returns>
    /// <exception cref="SpikeDataException">SPIKE427: it lies in several ways, of which one pattern names one.</exception>
    public static FootageTree? Find(string root)
    {
        Leaf[] all = [.. Leaves(root, [])];
        Leaf[] own = [.. all.Where(leaf => leaf.Names.Length == 0)];
        Leaf[] leaves = own.Length > 0 ? own : [.. all.Where(leaf => leaf.Pictures.Length > 0)];
        if (leaves.Length == 0) leaves = all;
        if (leaves.Length == 0) return null;
        bool isVideos = leaves[0].Videos.Length > 0 && (own.Length > 0 || leaves[0].Pictures.Length == 0);
        (leaves, string? remark) = SharpOf(leaves);
        string[] files = [.. leaves.SelectMany(leaf => isVideos ? leaf.Videos : leaf.Pictures)];
        string[] endings = [.. files.Select(file => Path.GetExtension(file)).Distinct()];
        string name = (isVideos ? "{clip}" : "*") + (endings.Length == 1 ? endings[0] : isVideos ? ".*" : "");
        return new(Path.Combine([root, .. Levels(root, leaves, isVideos), name]), files[0], remark);
    }

    static IEnumerable<Leaf> Leaves(string folder, string[] names)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file)[0] != '.').Order(StringComparer.Ordinal)];
        Leaf leaf = new(names, [.. files.Where(MediaFiles.IsVideo)], [.. files.Where(MediaFiles.IsPicture)]);
        if (leaf.Videos.Length + leaf.Pictures.Length > 0) yield return leaf;
        if (names.Length == DeepestLevel) yield break;
        foreach (string inner in Directory.EnumerateDirectories(folder).Where(inner => Path.GetFileName(inner)[0] != '.').Order(StringComparer.Ordinal))
            foreach (Leaf below in Leaves(inner, [.. names, Path.GetFileName(inner)])) yield return below;
    }

    /// <summary>Where sharp pictures lie beside blurry ones, the sharp ones: blur is what a recipe makes.</summary>
    static (Leaf[] Leaves, string? Remark) SharpOf(Leaf[] leaves)
    {
        for (int level = 0; level < leaves.Max(leaf => leaf.Names.Length); level++)
        {
            string[] names = [.. leaves.Where(leaf => leaf.Names.Length > level).Select(leaf => leaf.Names[level]).Distinct()];
            string[] sharp = [.. names.Where(IsSharp)];
            if (sharp.Length == 0 || !names.Any(name => name.Contains("blur", StringComparison.OrdinalIgnoreCase))) continue;
            Leaf[] taken = [.. leaves.Where(leaf => leaf.Names.Length > level && sharp.Contains(leaf.Names[level]))];
            return (taken, $"the pictures of {string.Join(", ", sharp)} are taken, and those of {string.Join(", ", names.Except(sharp))} left");
        }

        return (leaves, null);
    }

    /// <summary>The names of the folders on the way: as they are where all agree, otherwise what stands for them.</summary>
    static string[] Levels(string root, Leaf[] leaves, bool isVideos)
    {
        if (leaves.FirstOrDefault(leaf => leaf.Names.Length != leaves[0].Names.Length) is { } other) throw Unlike(root, leaves[0], other);
        string[] first = leaves[0].Names;
        int split = Array.FindIndex(first, name => Splits.Contains(name.ToLowerInvariant()));
        if (split >= 0 && !leaves.All(leaf => Splits.Contains(leaf.Names[split].ToLowerInvariant()))) split = -1;
        int[] others = [.. Enumerable.Range(0, first.Length).Where(level => level != split && !FollowsSplit(level))];
        int[] differing = [.. others.Where(level => leaves.Any(leaf => leaf.Names[level] != first[level]))];
        if (differing.Length > 1 && !isVideos) throw Unlike(root, leaves[0], leaves.First(leaf => leaf.Names[differing[0]] != first[differing[0]]));
        int clip = isVideos ? -1 : differing.Append(-1).First() is >= 0 and var one ? one : others.LastOrDefault(level => !IsSharp(first[level]), -1);
        return [.. first.Select((name, level) => level == split ? "{split}" : level == clip ? "{clip}" : differing.Contains(level) ? "*" : OfSplit(name, level))];

        // In train/train_sharp and val/val_sharp the second name is told by the first.
        bool FollowsSplit(int level) => split >= 0 && first[level].Contains(first[split], StringComparison.Ordinal)
            && leaves.All(leaf => leaf.Names[level] == first[level].Replace(first[split], leaf.Names[split], StringComparison.Ordinal));

        string OfSplit(string name, int level) => FollowsSplit(level) ? name.Replace(first[split], "{split}", StringComparison.Ordinal) : name;
    }

    static bool IsSharp(string name) => name.Contains("sharp", StringComparison.OrdinalIgnoreCase);

    static SpikeDataException Unlike(string root, Leaf one, Leaf other) => new(
        "SPIKE427", $"Footage lies here in several ways, such as in {Path.Combine(one.Names)} and in {Path.Combine(other.Names)}, for which no one pattern stands. Name a folder further down.") { File = root };

    /// <param name="Names">The folders on the way, from the one that was named on.</param>
    /// <param name="Videos">The videos in it.</param>
    /// <param name="Pictures">The pictures in it.</param>
    sealed record Leaf(string[] Names, string[] Videos, string[] Pictures);
}

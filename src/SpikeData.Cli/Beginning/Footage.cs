using System.Globalization;
using SpikeData.Compute;
using SpikeData.Pipelines;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary>What a first recipe is written for: where the clips lie, how large they are, and how fast they were recorded.</summary>
sealed class Footage
{
    readonly Clip[] clips;
    readonly FirstSize size;
    readonly double? stated;
    FirstTiming timing = new(null, DamagedVideo.Refuse, []);

    /// <param name="path">A video, or a folder of videos, of pictures, or of folders of pictures, also within splits.</param>
    /// <param name="directory">The folder of the recipe file.</param>
    /// <param name="rate">What a person says of the frames per second; null for what the clips say.</param>
    /// <exception cref="SpikeDataException">SPIKE125: there is no footage. SPIKE128: no pattern can name it. SPIKE427: it lies in several ways. SPIKE402, SPIKE420, SPIKE441 to SPIKE449: it cannot be read.</exception>
    public Footage(string path, string directory, double? rate)
    {
        FootageTree tree = Find(path) ?? throw new SpikeDataException(
            "SPIKE125", $"There is no footage here. Name a video, or a folder of videos, of pictures or of folders of pictures: {MediaFiles.Known}.") { File = path };
        (Path, stated) = (path, rate);
        From = System.IO.Path.GetRelativePath(directory, tree.Pattern).Replace('\\', '/');
        if (From.Replace("{clip}", "", StringComparison.Ordinal).Replace("{split}", "", StringComparison.Ordinal).AsSpan().IndexOfAny('{', '}') >= 0)
            throw new SpikeDataException("SPIKE128", "Its path holds braces, which stand for names in recipes. Rename it.") { File = path };
        clips = Open(directory);
        FrameSize first = clips[0].Size;
        IsOneShape = clips.All(clip => (long)clip.Size.Width * first.Height == (long)clip.Size.Height * first.Width);
        size = IsOneShape ? FirstSize.For(clips.MinBy(clip => clip.Size.Width)!.Size) : new((FrameSize?)null);
        Remarks = [.. Notes(tree.Remark)];
    }

    /// <summary>As it was named.</summary>
    public string Path { get; }

    /// <summary>The pattern by which a recipe finds it.</summary>
    public string From { get; }

    /// <summary>What people are to be told of it.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>Frames per second.</summary>
    public double Rate => stated ?? clips[0].FramesPerSecond ?? FirstRecipe.UsualRate;

    /// <summary>Whether nobody knows the frames per second.</summary>
    public bool IsRateUnknown => stated is null && clips[0].FramesPerSecond is null;

    /// <summary>The parameter that says the frames per second, where the footage does not.</summary>
    public string RateText => stated is null && !IsRateUnknown ? "" : string.Create(CultureInfo.InvariantCulture, $", frames-per-second: {Rate:0.######}");

    /// <summary>The parameters without which uneven videos and those that were cut short are refused.</summary>
    public string TimingText => timing.Keys;

    /// <summary>The comment on it.</summary>
    public string RateComment => IsRateUnknown
        ? $"{Words(Rate)} are ASSUMED: pictures do not tell. Write what is true{size.Comment}"
        : stated is null ? $"{(IsOneRate ? Words(Rate) : "frames per second differ")}{size.Comment}" : $"{Words(Rate)}, as was given{size.Comment}";

    /// <summary>The parameter that brings frames to a size which spikes fit; empty when they have one.</summary>
    public string Size => size.Size is { } wanted ? $", size: {wanted}"
        : IsOneShape && !clips.All(clip => clip.Size == clips[0].Size) ? $", size: {clips.MinBy(clip => clip.Size.Width)!.Size}"
        : "";

    /// <summary>The footage's own name as far as names of recipes allow.</summary>
    public string Name
    {
        get
        {
            string name = KebabCase.FromText(System.IO.Path.GetFileNameWithoutExtension(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path))));
            return KebabCase.Is(name) ? name : $"clip-{name}".TrimEnd('-');
        }
    }

    bool IsOneShape { get; }

    bool IsOneRate => stated is not null || !clips.Any(clip => clip.FramesPerSecond is { } rate && Math.Round(rate) != Math.Round(Rate));

    /// <summary>Whether the footage tells how fast it was recorded; pictures do not.</summary>
    public static bool TellsRate(string path) => File.Exists(path) || Find(path) is not { } tree || MediaFiles.IsVideo(tree.First);

    static FootageTree? Find(string footage) =>
        File.Exists(footage) ? MediaFiles.IsVideo(footage) ? new(footage, footage, null) : null : Directory.Exists(footage) ? FootageTree.Find(footage) : null;

    Clip[] Open(string directory)
    {
        using Device device = Device.Open("cpu");
        Workspace workspace = new(directory, device);
        IReadOnlyList<ClipSource> sources = new Decode(SourcePattern.Parse(From)).Apply(workspace);
        timing = FirstTiming.Of(sources.SelectMany(source => source.Files));
        Decode decode = new(SourcePattern.Parse(From), Timing: timing.Timing, Damaged: timing.Damaged);
        return [.. sources.Select(source => decode.Open(source, workspace))];
    }

    IEnumerable<string> Notes(string? remark)
    {
        if (remark is not null) yield return remark;
        foreach (string words in timing.Words) yield return words;
        if (IsRateUnknown) yield return $"{Words(Rate)} are assumed, since pictures do not tell. If that is not so, give --frames-per-second, or change frames-per-second in the recipe; the exposure follows from it";
        if (!IsOneShape) yield return $"clips differ in shape ({Different(clip => $"{clip.Size}")}), so each keeps its size. Recipes for each shape give data of one size";
        if (!IsOneRate)
        {
            yield return $"clips differ in frames per second ({Different(clip => clip.FramesPerSecond?.ToString("0.##", CultureInfo.InvariantCulture) ?? "unknown")}), "
                + "so exposures differ in length. Recipes for each rate make them equal";
        }
    }

    string Different(Func<Clip, string> of) => string.Join(", ", clips.DistinctBy(of).Take(3).Select(clip => $"{clip.Source.Title} {of(clip)}"));

    static string Words(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate:0.###} frames per second");
}

using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Finds a spike camera's photometry from recordings: in the dark and of even light where there are such, else from scenes as far as they tell.</summary>
public sealed record PhotometrySearch
{
    /// <summary>The fewest different scenes that tell a flat field.</summary>
    public const int FewestScenes = FlatField.FewestScenes;

    /// <summary>A recording with the lens covered.</summary>
    public SpikeRecording? Dark { get; init; }

    /// <summary>A recording of even light, such as a white wall out of focus.</summary>
    public SpikeRecording? Flat { get; init; }

    /// <summary>Recordings of scenes, which tell the rest; different ones tell more.</summary>
    public IReadOnlyList<SpikeRecording> Scenes { get; init; } = [];

    /// <exception cref="SpikeDataException">SPIKE603: the recordings are not of one size. SPIKE616: one is too short, or there is none.</exception>
    public Photometry Find()
    {
        PixelRates? dark = Measure(Dark), flat = Measure(Flat);
        PixelRates[] scenes = [.. Scenes.Select(scene => Measure(scene)!)];
        PixelRates any = flat ?? dark ?? scenes.FirstOrDefault() ?? throw Errors.NothingToMeasure();
        if (new[] { dark, flat }.OfType<PixelRates>().Concat(scenes).FirstOrDefault(other => (other.Height, other.Width) != (any.Height, any.Width)) is { } wrong) throw Errors.OtherSensor(wrong, any);
        List<PixelDefect> defects = [];
        if (dark is not null) defects.AddRange(DefectSearch.Hot(dark));
        if (flat is not null) defects.AddRange(DefectSearch.Dead(flat));
        if (scenes.Length > 0) defects.AddRange(DefectSearch.InScenes(scenes).Where(defect => defect.Kind == DefectKind.Hot ? dark is null : flat is null));
        HashSet<int> bad = [.. defects.Select(defect => defect.Y * any.Width + defect.X)];
        PixelMap? own = dark is null ? null : PixelMap.Of(dark.Half(0), dark.Half(1));
        FlatField field = new(own, bad);
        return new(any.Height, any.Width)
        {
            Dark = own,
            DarkAtMost = dark is null && scenes.Length + (flat is null ? 0 : 1) > 0 ? Lowest([.. scenes, .. flat is null ? [] : new[] { flat }], bad) : null,
            Flat = flat is not null ? field.Of(flat) : scenes.Length >= FlatField.FewestScenes ? field.OfScenes(scenes) : null,
            Defects = [.. defects.OrderBy(defect => defect.Y).ThenBy(defect => defect.X)],
            Source = $"dark {(dark is null ? "not recorded" : dark.Name)}; even light {(flat is null ? "not recorded" : flat.Name)}; scenes {(scenes.Length == 0 ? "none" : string.Join(", ", scenes.Select(scene => scene.Name)))}",
        };
    }

    static PixelRates? Measure(SpikeRecording? recording) => recording is null ? null : PixelRates.Of(recording);

    /// <summary>What the darkest sound pixel fired: the dark rate of the usual pixel is no higher.</summary>
    static double Lowest(PixelRates[] recordings, HashSet<int> bad) =>
        recordings.Min(rates => rates.Whole.Where((_, pixel) => !bad.Contains(pixel)).Min());
}

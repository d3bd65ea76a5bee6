using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>The README.md of a data set: what it is, how it was made, what it came from and under which license, and its figures.</summary>
/// <param name="manifest">What the folder holds.</param>
/// <param name="sources">The clips it was made from.</param>
/// <param name="recipeDirectory">The folder of the recipes; licenses are looked for between it and the clips.</param>
sealed class DataCard(Manifest manifest, IReadOnlyList<ClipSource> sources, string recipeDirectory)
{
    /// <summary>Its name in the data set's folder.</summary>
    public const string FileName = "README.md";

    readonly StringBuilder card = new();

    /// <summary>Writes the card.</summary>
    /// <param name="samples">Every sample, with its files in place.</param>
    /// <returns>Markdown.</returns>
    public byte[] Write(IReadOnlyList<Sample> samples)
    {
        Line($"# {Escaped.Markdown(manifest.Name)}").Line();
        if (manifest.Description.Length > 0) Line(Escaped.Markdown(manifest.Description)).Line();
        Line($"{Counted.Of(manifest.Samples, "sample")} from {Counted.Of(manifest.Clips.Count, "clip")}, made by SpikeData.Tools; `manifest.json` names every file and its SHA-256.").Line();
        Line($"![contact sheet]({Preview.FileName})");
        Products();
        Statistics(DataStatistics.Of(samples));
        Stages();
        Sources();
        return Encoding.UTF8.GetBytes(card.ToString());
    }

    DataCard Line(string text = "")
    {
        card.Append(text).Append('\n');
        return this;
    }

    void Heading(string text) => Line().Line($"## {text}");

    void Products()
    {
        Heading("What is here");
        Line("| files | number | bytes | each |").Line("|---|---|---|---|");
        foreach (IGrouping<string, StoredFile> kind in manifest.Files.GroupBy(file => file.Kind))
            Line(Invariant($"| {Escaped.Markdown(kind.Key)} | {kind.Count()} | {kind.Sum(file => file.Bytes)} | {Escaped.Markdown(Shape(manifest.Products[kind.Key]))} |"));
    }

    static string Shape(JsonNode? facts)
    {
        if (facts?["width"] is null) return "differs by clip";
        string size = $"{facts["width"]}x{facts["height"]} pixels";
        return facts["ticks"] is null ? $"{size}, 8-bit PNG" : $"{size}, {facts["ticks"]} ticks{Rate(facts)}, one bit each";
    }

    static string Rate(JsonNode facts) => facts["ticksPerSecond"] is { } rate ? $" at {rate} a second" : "";

    void Statistics(DataStatistics figures)
    {
        Heading("Figures");
        Line($"Over {(figures.Samples == manifest.Samples ? "all samples" : $"{Counted.Of(figures.Samples, "sample")}, evenly spread")}:").Line();
        if (figures.SpikeRate is { } rate) Line(Invariant($"- mean spike rate: {rate:0.0000} spikes per pixel and tick"));
        if (figures.Brightness is { } light) Line(Invariant($"- mean value of the blurry images: {light:0.0} of 255"));
        if (figures.Blur is { } motion) Line(Invariant($"- mean difference of a blurry image from its sharp middle frame, which grows with motion: {motion:0.0} of 255"));
    }

    void Stages()
    {
        Heading("How it was made");
        Line("```yaml");
        foreach (JsonObject stage in manifest.Stages.OfType<JsonObject>()) Line($"- {Yaml(stage)}");
        Line("```");
    }

    static string Yaml(JsonObject form)
    {
        IEnumerable<string> members = form.Where(member => member.Key is not ("stage" or "variant" or "version") && member.Value is not null).Select(member => $"{member.Key}: {Value(member.Value!)}");
        string name = (form["stage"] ?? form["variant"])!.ToString(), parameters = string.Join(", ", members);
        return parameters.Length == 0 ? name : $"{name}: {{ {parameters} }}";
    }

    static string Value(JsonNode value) => value switch
    {
        JsonObject form when form.All(member => member.Key is "variant" or "version") => form["variant"]!.ToString(),
        JsonObject form => $"{{ {Yaml(form)} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(item => Value(item!)))}]",
        _ => Scalar(value.ToString()),
    };

    /// <summary>A text as it is where it can end neither its line nor the block of code.</summary>
    static string Scalar(string text) => text == Escaped.Plain(text) && !text.Contains('`', StringComparison.Ordinal) ? text : JsonSerializer.Serialize(text);

    void Sources()
    {
        Heading("What it was made from");
        foreach (ClipSource clip in sources) Line($"- {Escaped.Markdown(clip.Title)}: {Escaped.Markdown(Files(clip))}");
        SourceLicense[] licenses = [.. sources.SelectMany(clip => SourceLicense.Beside(clip.Files[0], recipeDirectory)).Distinct()];
        if (licenses.Length == 0) Line().Line("No license lies beside these files; whoever passes the data on has to know theirs.");
        foreach (SourceLicense license in licenses) Line().Line($"{Escaped.Markdown(license.Path)}:").Line().Line(Quoted(license.Text));
    }

    string Files(ClipSource clip)
    {
        string first = Path.GetRelativePath(recipeDirectory, clip.Files[0]).Replace('\\', '/');
        if (first.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(first)) first = Path.GetFileName(clip.Files[0]);
        return clip.Files.Count == 1 ? first : $"{clip.Files.Count} pictures from {first} on";
    }

    static string Quoted(string text) => string.Join('\n', text.Split('\n').Select(line => $"    {Escaped.Plain(line)}".TrimEnd()));

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

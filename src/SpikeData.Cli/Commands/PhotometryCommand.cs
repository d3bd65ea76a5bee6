using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpikeData.Calibration;
using SpikeData.Imaging;

namespace SpikeData.Cli;

/// <summary><c>spikedata photometry</c>: how the pixels of a spike camera answer to light, and how a picture camera's codes follow from it.</summary>
static class PhotometryCommand
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    internal static Command Create()
    {
        Option<string> dark = new("--dark") { Description = "A recording with the lens covered: tells dark current and hot pixels.", HelpName = "FILE" };
        Option<string> flat = new("--flat") { Description = "A recording of even light: tells flat field and dead pixels.", HelpName = "FILE" };
        Option<string[]> spikes = new("--spikes") { Description = "Recordings of scenes; where dark or flat are not given they are estimated from these, the better the more scenes there are.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        Option<string> pictures = new("--pictures") { Description = "The pictures that belong to the first of --spikes, for the tone curve.", HelpName = "DIR" };
        Option<string> clock = new("--clock") { Description = "Which ticks belong to which picture; written by 'spikedata synchronise'.", HelpName = "FILE.yaml" };
        ResultOptions results = new("The photometry file to write, with maps of all pixels beside it.");
        SceneOptions scene = new();
        SpikeFileOptions file = new();
        Command command = new("photometry", "Measures a spike camera's pixels: dark current, flat field, hot and dead ones; and the tone curve of a picture camera beside it.")
        {
            dark, flat, spikes, pictures, clock,
        };
        results.AddTo(command);
        scene.AddTo(command);
        file.AddTo(command);
        command.Validators.Add(result =>
        {
            int given = new Option[] { pictures, clock, scene.Rig }.Count(option => result.GetResult(option) is not null);
            if (given is 1 or 2 || (given == 3 && result.GetResult(spikes) is null)) result.AddError("The tone curve takes --pictures, --clock, --rig and --spikes together.");
        });
        command.SetAction(line =>
        {
            results.Require(line, PhotometryFile.MapsOf);
            SpikeGrid? grid = scene.Grid(line);
            List<SpikeRecording> opened = [];
            try
            {
                SpikeRecording? Open(string? path)
                {
                    if (path is null) return null;
                    opened.Add(file.Open(line, path, grid?.Rig));
                    return opened[^1];
                }

                PhotometrySearch search = new() { Dark = Open(line.GetValue(dark)), Flat = Open(line.GetValue(flat)), Scenes = [.. (line.GetValue(spikes) ?? []).Select(path => Open(path)!)] };
                Photometry found = search.Find();
                if (line.GetValue(pictures) is { } folder)
                {
                    found = found with { Response = PictureResponse.Find(PictureSearch.Pictures(folder), search.Scenes[0], ClockFile.Read(line.GetValue(clock)!), grid!, found.Dark) };
                }

                results.Write(line, target => PhotometryFile.Write(target, found), () => PhotometryPage.Write(found), () => Serialized(found), () => Summary(found));
                return ExitCode.Success;
            }
            finally
            {
                foreach (SpikeRecording recording in opened) recording.Dispose();
            }
        });
        return command;
    }

    /// <summary>Everything but the maps, which have files of their own.</summary>
    static string Serialized(Photometry found) => JsonSerializer.Serialize(
        new { found.Width, found.Height, Dark = Figures(found.Dark), found.DarkAtMost, Flat = Figures(found.Flat), found.Defects, found.Response, found.Source }, Json);

    static object? Figures(PixelMap? map) => map is null ? null : new { map.Mean, map.Spread, map.Error, map.Confidence };

    static string Summary(Photometry found)
    {
        string dark = found.Dark is { } map ? Line(map) : found.DarkAtMost is { } most ? string.Create(CultureInfo.InvariantCulture, $"at most {most:G3} spikes per tick; nothing was recorded in the dark") : "not known";
        string text = $"dark   {dark}\nflat   {(found.Flat is { } flat ? Line(flat) : $"not known; record even light, or give at least {PhotometrySearch.FewestScenes} scenes")}\n";
        text += $"pixels {found.Defects.Count(defect => defect.Kind == DefectKind.Hot)} hot, {found.Defects.Count(defect => defect.Kind == DefectKind.Dead)} dead of {found.Width}x{found.Height}";
        if (found.Response is { } response)
            text += string.Create(CultureInfo.InvariantCulture, $"\ntone   code / 255 = {response.Black:F4} + {response.Gain:F4} x rate ^ {response.Gamma:F3}, explains {100 * response.Explained:F2} %");
        return text;
    }

    static string Line(PixelMap map) => string.Create(CultureInfo.InvariantCulture, $"{map.Mean:G4}, spread over pixels {map.Spread:G3}, error of one {map.Error:G2}, confidence {map.Confidence:F2}");
}

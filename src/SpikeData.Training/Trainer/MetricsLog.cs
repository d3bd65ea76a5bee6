using System.Text.Json;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>A training run as lines of JSON, one per report.</summary>
sealed class MetricsLog(string path)
{
    static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web);

    /// <summary>One report.</summary>
    internal sealed record Line(
        string Course, int Step, int Steps, double Loss, double? Psnr, double LearningRate, double SamplesPerSecond, double Seconds);

    /// <summary>Forgets what a run reported behind a step, which will be reported again.</summary>
    public void Rewind(string network, int step)
    {
        if (!File.Exists(path)) return;
        Line[] kept = [.. Read().Where(line => line.Course != network || line.Step <= step)];
        DraftFile.Write(path, string.Concat(kept.Select(line => $"{Text(line)}\n")));
    }

    public void Add(Line line)
    {
        Disk.Before(path);
        File.AppendAllLines(path, [Text(line)]);
    }

    public IEnumerable<Line> Read() => File.Exists(path)
        ? File.ReadAllLines(path).Select(Parse).OfType<Line>()
        : [];

    static string Text(Line line) => JsonSerializer.Serialize(line, OneLine);

    /// <summary>A line that a kill has cut short is none.</summary>
    static Line? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text, OneLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

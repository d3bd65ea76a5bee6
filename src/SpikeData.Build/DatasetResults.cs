using System.Text.Json;

namespace SpikeData.Build;

/// <summary>What became of each data set in one run of the program: the contents of its results file.</summary>
sealed record DatasetResults(IReadOnlyList<DatasetResults.Dataset> Datasets)
{
    static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>One data set.</summary>
    /// <param name="Name">Its name in the recipe file.</param>
    /// <param name="State">built, up-to-date, skipped or failed.</param>
    /// <param name="Samples">How many samples it holds.</param>
    /// <param name="Seconds">How long this run worked on it.</param>
    /// <param name="Folder">Where it lies.</param>
    /// <param name="Manifest">The file that lists its contents.</param>
    /// <param name="Sources">The files it was made from, as paths or patterns with <c>*</c> and <c>{name}</c>, relative to the recipe file.</param>
    internal sealed record Dataset(
        string Name, string State, int Samples, double Seconds, string Folder, string Manifest, IReadOnlyList<string>? Sources);

    /// <summary>The results in a file; an empty one when there is no such file, or when it was cut short.</summary>
    internal static DatasetResults Read(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<DatasetResults>(stream, CamelCase) is { Datasets: not null } results ? results : new([]);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return new([]);
        }
    }
}

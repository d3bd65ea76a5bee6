using DiffEngine;
using VerifyXunit;

namespace SpikeData.Recipes.Tests;

/// <summary>A snapshot in a folder of its own, with diff tools kept shut: its differences are meant.</summary>
sealed class TemporarySnapshot : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spikedata-");

    public TemporarySnapshot(string? verified)
    {
        DiffRunner.Disabled = true;
        if (verified is not null) File.WriteAllText(FileOf("verified"), verified);
    }

    public string Received => File.ReadAllText(FileOf("received"));

    public Task Compare(string text) => new Snapshot(Path.Combine(folder.FullName, "A.B"), "txt") { Accepts = false }.Compare(text);

    public void Dispose() => folder.Delete(recursive: true);

    string FileOf(string suffix) => Path.Combine(folder.FullName, $"A.B.{suffix}.txt");
}

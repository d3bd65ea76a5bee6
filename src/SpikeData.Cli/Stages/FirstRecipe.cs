using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary>The recipe that a person with some footage begins with: the paper's stages, written out so that their numbers can be changed.</summary>
static class FirstRecipe
{
    /// <summary>Frames wider than that are made smaller: the paper's width.</summary>
    const int Widest = 1280;

    /// <summary>Sides are multiples of it, so that spikes of a quarter of the size fill whole bytes.</summary>
    const int Step = 8;

    /// <param name="footage">A video, a folder of videos, of pictures, or of folders of pictures, also within splits.</param>
    /// <param name="directory">The folder of the recipe file.</param>
    /// <returns>The recipe, and what people are to be told of it.</returns>
    /// <exception cref="SpikeDataException">SPIKE125: there is no footage. SPIKE427: it lies in several ways. SPIKE402, SPIKE420, SPIKE441 to SPIKE449: it cannot be read.</exception>
    public static (string Text, string? Remark) Write(string footage, string directory)
    {
        (string pattern, string first, string? remark) = Find(footage) ?? throw new SpikeDataException(
            "SPIKE125", $"There is no footage here. Name a video, or a folder of videos, of pictures or of folders of pictures: {MediaFiles.Known}.") { File = footage };
        string from = Path.GetRelativePath(directory, pattern).Replace('\\', '/').Replace("\"", "\\\"", StringComparison.Ordinal);
        FirstTiming timing = FirstTiming.Of([first]);
        string text = $$"""
            # What is recorded, and how. `spikedata build` makes it, `spikedata stages` says what else there is,
            # `spikedata schema > datasets.schema.json` lets editors complete the words of this file:
            # yaml-language-server: $schema=datasets.schema.json

            datasets:
              {{NameOf(footage)}}:
                - decode: { from: "{{from}}"{{SizeOf(first)}}{{timing.Keys}} }{{string.Concat(timing.Words.Select(words => $"   # {words}"))}}
                - interpolate: { method: dense-flow, factor: 8 }     # seven frames between every two
                - expose: { frames: 97, skip: 7 }                    # the shutter: open, closed
                - synthesize-blur
                - simulate-spikes: { model: physical, noise: inherent, scale: 4, margin: 20, seed: 1 }
                - extract-sharp: { frames: 7 }
                - write: { layout: s-sdm }

            """;
        return (text, remark);
    }

    static FootageTree? Find(string footage) =>
        File.Exists(footage) ? MediaFiles.IsVideo(footage) ? new(footage, footage, null) : null : Directory.Exists(footage) ? FootageTree.Find(footage) : null;

    /// <summary>The parameter that brings frames to a size which spikes fit; nothing when they have one.</summary>
    static string SizeOf(string file)
    {
        using IFrameReader reader = MediaFiles.IsVideo(file) ? new VideoReader(file, new() { Facts = VideoFacts.Of(file, cutShort: true) }) : new PictureReader([file]);
        // A video whose frames cannot be decoded is no footage; its first one tells.
        reader.TryRead(new byte[reader.Height * reader.Width * 3]);
        double shrink = Math.Min(1, (double)Widest / reader.Width);
        (int width, int height) = (Fit(reader.Width), Fit(reader.Height));
        return (width, height) == (reader.Width, reader.Height) ? "" : $", size: {width}x{height}";

        int Fit(int side) => Math.Max(Step, (int)Math.Round(side * shrink / Step) * Step);
    }

    /// <summary>The footage's own name as far as names of recipes allow.</summary>
    static string NameOf(string footage)
    {
        string name = KebabCase.FromText(Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(footage))));
        return KebabCase.Is(name) ? name : $"clip-{name}".TrimEnd('-');
    }
}

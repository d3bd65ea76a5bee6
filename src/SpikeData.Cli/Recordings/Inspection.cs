using System.Globalization;
using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Says what a file or folder is, one fact to a line.</summary>
sealed class Inspection(Action<string, string> say, InspectionReport report, RecordingFacts stated, string? preview, string? picture)
{
    internal void Of(string path)
    {
        if (Directory.Exists(path)) OfDataset(path);
        else if (HasExtension(path, ".png", ".jpg", ".jpeg")) OfPicture(path);
        else if (MediaFiles.IsVideo(path)) OfVideo(path);
        else OfRecording(path);
    }

    static bool HasExtension(string path, params ReadOnlySpan<string> extensions) => extensions.Contains(Path.GetExtension(path).ToLowerInvariant());

    void OfDataset(string folder)
    {
        Manifest manifest = Manifest.ReadOwn(folder);
        report.Kind = "data-set";
        report.Set("name", manifest.Name);
        report.Set("samples", manifest.Samples);
        report.Set("clips", manifest.Clips.Count);
        Say("data set", manifest.Name + (manifest.Description.Length == 0 ? "" : $": {manifest.Description}"));
        Say("samples", $"{manifest.Samples} from {Counted.Of(manifest.Clips.Count, "clip")}");
        if (manifest.Shards is { } shards) Say("shards", $"{shards.Count(file => file.Path.Name.EndsWith(".tar", StringComparison.Ordinal))}, listed in {ShardWriter.IndexName}");
        if (manifest.Stages.Count > 0) Say("recipe", string.Join(", ", manifest.Stages.Select(stage => stage?["stage"] ?? stage?["name"])));
        foreach ((string kind, JsonNode? facts) in manifest.Products)
            Say(kind, Words(facts));
        string sheet = Path.Combine(folder, "preview.png");
        if (File.Exists(sheet)) Say("preview", sheet);
    }

    /// <summary>Facts on one line; what is chosen by a variant stands as the variant's name, and its parameters in parentheses.</summary>
    static string Words(JsonNode? facts) => facts switch
    {
        JsonObject choice when choice["variant"] is { } variant => string.Concat(variant.ToString(), Parentheses(choice.Where(fact => fact.Key is not ("variant" or "version")))),
        JsonObject all => Listed(all),
        JsonArray list => $"[{string.Join(", ", list.Select(Words))}]",
        _ => $"{facts}",
    };

    static string Parentheses(IEnumerable<KeyValuePair<string, JsonNode?>> facts) => facts.Any() ? $" ({Listed(facts)})" : "";

    static string Listed(IEnumerable<KeyValuePair<string, JsonNode?>> facts) => string.Join(", ", facts.Select(fact => $"{fact.Key} {Words(fact.Value)}"));

    void OfPicture(string path)
    {
        (int height, int width) = PictureFile.Check(path);
        report.Kind = "picture";
        SetSize(width, height);
        Say("picture", $"{width}x{height} pixels");
    }

    void OfVideo(string path)
    {
        VideoFacts video = VideoFacts.Of(path);
        report.Kind = "video";
        SetSize(video.Width, video.Height);
        report.Set("frames", video.Count);
        report.Set("framesPerSecond", video.FramesPerSecond);
        Say("video", $"{video.Width}x{video.Height} pixels, {video.Codec} in {video.Kind}");
        if (video.Rotation != 0 || video.IsMirrored) Say("turned", $"{(video.IsMirrored ? "mirrored, then " : "")}clockwise by {video.Rotation} degrees, as the file says");
        if (video.PixelFormat is { } format) Say("colors", $"{format}{(video.Colors is { } colors ? $", {colors}" : "")}");
        Say("frames", video.Count is { } count ? $"{count}" : "not stated");
        Say("rate", video.FramesPerSecond is { } rate ? $"{rate:0.###} frames a second" : "not stated");
        if (video.Timing?.Distances is var (shortest, median, longest))
            Say("distances", $"from {1000 * shortest:0.###} to {1000 * longest:0.###} ms, {1000 * median:0.###} in the middle: {(video.Timing.FirstUneven() is { } frame ? $"uneven from frame {frame} on, see 'timing' of decode" : "even")}");
        if (!video.StatesItsEnd) Say("end", "not stated by the file: nothing shows when it was cut short between two frames");
        foreach (string warning in video.Warnings.Concat(OfFirstFrame(video))) Say("warning", warning);
    }

    /// <summary>Some things stand in frames only.</summary>
    static IEnumerable<string> OfFirstFrame(VideoFacts facts)
    {
        try
        {
            using VideoReader video = new(facts.Path, new() { Facts = facts });
            video.TryRead(new byte[video.Height * video.Width * 3]);
            return video.FrameFacts?.IsInterlaced == true && !facts.IsInterlaced ? [VideoFacts.InterlacedWarning] : [];
        }
        catch (SpikeDataException error)
        {
            return [$"{error.Id}: {error.Message}"];
        }
    }

    void OfRecording(string path)
    {
        try
        {
            OfRecording(path, stated);
        }
        catch (SpikeDataException unknown) when (unknown.Id == "SPIKE450")
        {
            if (Guess(path) is not { } guess) throw;
            OfRecording(path, stated.Or(guess));
        }
    }

    /// <summary>Where the spikes speak against how the file is read, it is described as they have it.</summary>
    void OfRecording(string path, RecordingFacts known)
    {
        using SpikeRecording recording = SpikeRecording.OpenDoubted(path, known, out ReadingDoubt? doubt);
        if (doubt is null)
        {
            Describe(recording);
            return;
        }

        Say("doubt", $"{doubt.Id}: {doubt.Reason}");
        using SpikeRecording likelier = SpikeRecording.OpenDoubted(path, doubt.Likelier.Or(known), out _);
        Describe(likelier);
    }

    void Describe(SpikeRecording recording)
    {
        Say("recording", $"{recording.Format switch { RecordingFormat.Dat => "packed spikes (.dat)", RecordingFormat.Npy => "numpy array (.npy)", RecordingFormat.Npz => "numpy archive (.npz)", RecordingFormat.Hdf5 => "HDF5", var other => $"{other}" }}, {new FileInfo(recording.Path).Length} bytes");
        if (recording.Facts.Array is { } array) Say("array", array);
        Say("size", $"{recording.Layout.Width}x{recording.Layout.Height}{(recording.Facts.HeaderColumns is { } header ? $", header columns {header} left out" : "")}");
        Say("ticks", recording.Facts.TicksPerSecond is { } rate ? $"{recording.Ticks}: {recording.Ticks / rate:0.######} s at {rate:0.###} a second" : $"{recording.Ticks}, how many a second is not stated");
        if (recording.Facts.Bits is { } bits && recording.Format == RecordingFormat.Dat) Say("bits", $"read with the first pixel of a byte in its {(bits == BitOrder.MostFirst ? "most" : "least")} significant bit ({bits.Word()})");
        if (recording.Facts.Axes is { } axes && recording.Format != RecordingFormat.Dat) Say("axes", $"read as {axes.Word()}");
        if (recording.Facts.Simulator is { } simulator) Say("made by", simulator + (recording.Facts.Seed is { } seed ? $", seed {seed}" : ""));
        if (recording.Warning is { } warning) Say("warning", warning);
        RecordingStatistics statistics = RecordingStatistics.Of(recording);
        report.Kind = "recording";
        SetSize(recording.Layout.Width, recording.Layout.Height);
        report.Set("ticks", recording.Ticks);
        report.Set("ticksPerSecond", recording.Facts.TicksPerSecond);
        report.Set("spikes", statistics.Spikes);
        Say("spikes", $"{statistics.Spikes}, {statistics.MeanRate:0.#####} per pixel and tick");
        (double upper, double lower) = statistics.Halves();
        Say("rows", $"read as {recording.Layout.Rows.Word()}; the upper half then fires at {upper:0.####}, the lower at {lower:0.####} per tick. {(picture is null ? "Nothing in the bits tells the order: give --picture, one of the same scene, or look at --preview" : Compared(statistics, recording.Layout.Rows, picture))}");
        if (preview is not null) Draw(statistics);
    }

    static string Compared(RecordingStatistics statistics, RowOrder rows, string file)
    {
        (int height, int width) = PictureFile.Measure(file);
        byte[] bgr = new byte[height * width * 3];
        PictureFile.Read(file, bgr, height, width);
        byte[] gray = [.. Enumerable.Range(0, height * width).Select(pixel => (byte)((bgr[3 * pixel] + 2 * bgr[3 * pixel + 1] + bgr[3 * pixel + 2] + 2) / 4))];
        RowOrderMatch match = RowOrderMatch.Of(statistics, rows, gray, height, width);
        return string.Create(CultureInfo.InvariantCulture, $"By {Path.GetFileName(file)} they are {match.Rows.Word()}: correlation {match.Likeness:0.000}, the other way {match.OtherLikeness:0.000}, confidence {match.Confidence:0.00}");
    }

    RecordingFacts? Guess(string path)
    {
        IReadOnlyList<SizeGuess> guesses = SizeGuess.Of(path);
        foreach (SizeGuess guess in guesses.Take(5))
            Say("may be", $"{guess.Facts.Width}x{guess.Facts.Height}{(guess.Facts.HeaderColumns is { } columns ? $" with header columns {columns}" : "")}{(guess.IsNamed ? ", as the name says" : "")}: neighboring rows agree by {guess.Likeness:0.00} of 1");
        return SizeGuess.IsClear(guesses) ? guesses[0].Facts : null;
    }

    void Draw(RecordingStatistics statistics)
    {
        DraftFile.Write(preview!, Png.Gray(statistics.ToGray(), statistics.Height, statistics.Width));
        Say("preview", $"{preview}: spikes of {Counted.Of(statistics.CountedTicks, "tick")}, the most of a pixel white");
    }

    void SetSize(int width, int height)
    {
        report.Set("width", width);
        report.Set("height", height);
    }

    void Say(string what, FormattableString text) => Say(what, text.ToString(CultureInfo.InvariantCulture));

    void Say(string what, string text) => say(FileName.OneLine(what), FileName.OneLine(text));
}

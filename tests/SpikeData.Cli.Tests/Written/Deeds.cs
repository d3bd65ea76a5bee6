using SpikeData.Imaging;

namespace SpikeData.Cli.Tests.Written;

/// <summary>A line for every command that writes, as small as can be: what it reads lies in one folder, and what it writes in another.</summary>
public sealed class Deeds : IAsyncLifetime
{
    const int Height = 24, Width = 32, Ticks = 200, Side = 64;

    const string Recipes = """
        datasets:
          tiny:
            - decode: { from: "CLIP/*.png", frames: 0..20 }
            - expose: { frames: 5, skip: 1 }
            - synthesize-blur
            - simulate-spikes: { margin: 3 }
            - extract-sharp: { frames: 3 }
            - write
          shards:
            - decode: { from: "CLIP/*.png", frames: 0..6 }
            - expose: { frames: 3, skip: 1 }
            - synthesize-blur
            - write: { layout: webdataset, samples-per-shard: 1 }
        models:
          small:
            dataset: tiny
            train:
              - bsn: { epochs: 1, batch: 2, crop: 16, ticks: 3, instants: 1, width: 2 }
        """;

    readonly TemporaryFolder temporary = new();

    /// <summary>What the folder to write in holds at first: files of others.</summary>
    public string Clean => temporary["clean"];

    string Folder => temporary["runs"];

    string Recipe => Out("datasets.yaml");

    /// <summary>All of them.</summary>
    internal IEnumerable<Deed> All => [.. Converting(), .. Measuring(), .. Learning(), .. Building()];

    /// <summary>Makes what the commands read, once.</summary>
    public async ValueTask InitializeAsync()
    {
        await WritingCommands.PrepareInputs(Folder);
        Directory.Move(Out(""), Clean);
        Directory.CreateDirectory(In("clip"));
        for (int frame = 0; frame <= 20; frame++)
            File.WriteAllBytes(In($"clip/{frame:D3}.png"), Png.Color([.. Enumerable.Range(0, Side * Side * 3).Select(code => (byte)((code / 5 * 11) + (7 * frame)))], Side, Side));
        Directory.CreateDirectory(In("board"));
        foreach (string photo in (string[])["left01", "left03", "left04", "left05", "right01", "right03", "right04", "right05"])
            File.Copy(Golden.Path($"calib-opencv-stereo/{photo}.jpg"), In($"board/{photo}.jpg"));
        Flicker();
        DraftFile.Write(In("networks.npz"), file => Npz.Write(file, [KeyValuePair.Create("x", Golden.Read("nets/edsr_io.npz", "x1"))]));
        DraftFile.Write(In("other.npz"), file => Npz.Write(file, [KeyValuePair.Create("x", Golden.Read("nets/edsr_io.npz", "x0"))]));
        File.WriteAllBytes(In("blur.png"), Png.Color(new byte[4 * Height * 4 * Width * 3], 4 * Height, 4 * Width));
    }

    /// <summary>Removes everything.</summary>
    public ValueTask DisposeAsync()
    {
        temporary.Dispose();
        return ValueTask.CompletedTask;
    }

    string In(string name) => Path.Combine(Folder, "in", name);

    /// <summary>A path in the folder to write in.</summary>
    public string Out(string name) => Path.TrimEndingDirectorySeparator(Path.Combine(Folder, "out", name));

    /// <summary>A lamp that walks, in pictures of 48 ticks each and in the spikes of pixels that fire when their light adds up to one.</summary>
    void Flicker()
    {
        Random random = new(1);
        double[] light = new double[Ticks * 4];
        for (int tick = 1; tick < light.Length; tick++) light[tick] = Math.Clamp(light[tick - 1] + (random.NextDouble() - 0.5) * 0.1, 0.2, 0.8);
        byte[] spikes = new byte[light.Length * Height * Width];
        double[] sums = [.. Enumerable.Range(0, Height * Width).Select(_ => random.NextDouble())];
        for (int i = 0; i < spikes.Length; i++)
        {
            ref double sum = ref sums[i % sums.Length];
            sum += light[i / sums.Length];
            if (sum < 1) continue;
            (spikes[i], sum) = (1, sum - 1);
        }

        using (FileStream file = File.Create(In("lamp.dat"))) SpikeDat.Write(file, SpikeStream.Of(spikes, new(Height, Width)));
        File.WriteAllText(In("lamp.dat.yaml"), $"width: {Width}\nheight: {Height}\n");
        Directory.CreateDirectory(In("lamp"));
        for (int picture = 0; picture < light.Length / 48; picture++)
        {
            byte code = (byte)(255 * light.Skip(picture * 48).Take(36).Average());
            File.WriteAllBytes(In($"lamp/{picture:D3}.png"), Png.Gray(Enumerable.Repeat(code, Height * Width).ToArray(), Height, Width));
        }
    }

    /// <summary>What takes the place of an older result of the same command.</summary>
    IEnumerable<Deed> Converting() => WritingCommands.In(Folder).Select(command =>
        new Deed($"{command.Second[0]} {Path.GetFileName(command.Target)}", command.Second, command.Target) { Before = [() => WritingCommands.Run(command.First)] });

    IEnumerable<Deed> Measuring()
    {
        string[] calibrate = ["calibrate", "--left", In("board/left*.jpg"), "--right", In("board/right*.jpg"), "--board", "9x6", "--square", "1", "-o", Out("rig.yaml"), "--report", Out("rig.html")];
        string[] synchronise = ["synchronise", "--pictures", In("lamp"), "--spikes", In("lamp.dat"), "--picture-rate", "416", "--tick-rate", "20000", "-o", Out("clock.yaml"), "--report", Out("clock.html")];
        string[] photometry = ["photometry", "--flat", In("lamp.dat"), "-o", Out("photometry.yaml"), "--report", Out("photometry.html")];
        yield return new("calibrate", calibrate, Out("rig.yaml"), Out("rig.html"));
        yield return new("synchronise", synchronise, Out("clock.yaml"), Out("clock.html"));
        yield return new("photometry", photometry, Out("photometry.yaml"), Out("photometry.html"));
        yield return new("correct", ["correct", In("lamp.dat"), Out("even.dat"), "--photometry", Out("photometry.yaml")], Out("even.dat")) { Before = [() => WritingCommands.Run(photometry)] };
    }

    IEnumerable<Deed> Learning()
    {
        string[] Infer(string input) => ["infer", "edsr", "--weights", Golden.Path("nets/edsr_weights.npz"), "--input", In(input), "--output", Out("y.npz"), "--device", "cpu"];
        string[] Deblur(string to) => ["deblur", "--blur", In("blur.png"), "--spikes", In("lamp.dat"), "--model", Golden.Path("nets/ldn_weights.npz"), "--count", "2", "--output", Out(to), "--device", "cpu"];
        yield return new("infer", Infer("networks.npz"), Out("y.npz")) { Before = [() => WritingCommands.Run(Infer("other.npz"))] };
        yield return new("deblur", Deblur("sharp"), Out("sharp"));
        yield return new("train", On("train", "small"), Out("artifacts/models/small/bsn.safetensors"))
        {
            Before = [Write(), () => Built("tiny"), () => WritingCommands.Run(On("train", "small")), Write("instants: 1", "instants: 2")],
        };
        yield return new("evaluate", On("evaluate", "small"), [.. new[] { "report.json", "report.md", "pictures.png" }.Select(file => Out($"artifacts/models/small/{file}"))])
        {
            Before = [Write(), () => Built("tiny"), () => WritingCommands.Run(On("train", "small"))],
        };
    }

    IEnumerable<Deed> Building()
    {
        string tiny = Out("artifacts/datasets/tiny"), shards = Out("artifacts/datasets/shards");
        yield return new("init", ["init", In("clip"), "-r", Recipe], Recipe) { IsOnce = true };
        yield return new("build", On("build", "tiny"), tiny) { Mark = "manifest.json", Before = [Write(), () => Built("tiny"), Write("margin: 3", "margin: 2")] };
        yield return new("build of shards", On("build", "shards"), shards) { Mark = "manifest.json", Before = [Write(), () => Built("shards"), Write("frames: 0..6", "frames: 0..9")] };
        yield return new("build --part", On("build", "shards", "--part", "1/1"), shards) { Mark = "manifest.json", Before = [Write()], After = [On("build", "shards")] };
        yield return new("lock", On("lock", "shards"), Out("datasets.lock")) { Before = [Write()] };
        yield return new("verify --repair", On("verify", "--repair"), shards)
        {
            Mark = "manifest.json",
            Before = [Write(), () => Built("shards"), Rot("artifacts/datasets/shards", "*.tar"), Rot("artifacts/store", "*.png")],
            After = [On("build", "shards"), On("verify")],
        };
        yield return new("gc", On("gc", "--older-than", "0"), shards)
        {
            Mark = "manifest.json",
            Before = [Write(), () => Built("shards"), () => Built("tiny"), Write("margin: 3", "margin: 2"), () => Built("tiny"), Write("frames: 0..6", "frames: 0..9"), () => Built("shards")],
            After = [On("build", "tiny")],
        };
    }

    string[] On(params string[] line) => [.. line, "-r", Recipe, "--device", "cpu", "--jobs", "1"];

    Task Built(string name) => WritingCommands.Run(On("build", name));

    Func<Task> Write(string old = "", string other = "") => () =>
    {
        string text = Recipes.Replace("CLIP", In("clip").Replace('\\', '/'), StringComparison.Ordinal);
        return File.WriteAllTextAsync(Recipe, old.Length == 0 ? text : text.Replace(old, other, StringComparison.Ordinal));
    };

    /// <summary>Other bytes in one file, which is not the one that shares its place on the disk.</summary>
    Func<Task> Rot(string below, string pattern) => () =>
    {
        string file = Directory.GetFiles(Out(below), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.Delete(file);
        return File.WriteAllTextAsync(file, "rot");
    };
}

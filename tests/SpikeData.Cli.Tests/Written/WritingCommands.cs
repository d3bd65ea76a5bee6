using SpikeData.Imaging;

namespace SpikeData.Cli.Tests.Written;

/// <summary>A command line for everything that a command writes, each in two forms that write different things to one place.</summary>
sealed record WritingCommands(string Target, string[] First, string[] Second)
{
    const int Height = 18, Width = 24, MostRounds = 500;

    /// <summary>The commands, on files and folders below a folder.</summary>
    public static IReadOnlyList<WritingCommands> In(string folder)
    {
        string In(string name) => Path.Combine(folder, "in", name);
        string Out(string name) => Path.Combine(folder, "out", name);
        WritingCommands Convert(string to, params string[] more) => new(Out(to), ["convert", In("spikes.dat"), Out(to), "--ticks", "0..99", .. more], ["convert", In("spikes.dat"), Out(to), .. more]);
        WritingCommands Reconstruct(string to) => new(Out(to), Pictures(to, "60"), Pictures(to, "70"));
        string[] Pictures(string to, string tick) => ["reconstruct", In("spikes.dat"), "-o", Out(to), "--ticks", to.EndsWith(".png", StringComparison.Ordinal) ? tick : $"{tick}..72"];
        return
        [
            Convert("a.dat"), Convert("a.npy"), Convert("a.npz"), Convert("a.h5"), Convert("cars", "--layout", "spikecv") with { Target = Out("cars/spikes.dat") },
            Convert("samples", "--layout", "s-sdm", "--ticks-per-sample", "40") with { Target = Out("samples/spike_data/spikes") },
            new(Out("shards"), ["convert", In("set"), Out("shards"), "--samples-per-shard", "3"], ["convert", In("set"), Out("shards"), "--samples-per-shard", "4"]),
            new(Out("files"), ["convert", In("shards"), Out("files")], ["convert", In("shards"), Out("files")]),
            Reconstruct("pictures"), Reconstruct("a.gif"), Reconstruct("a.avi"), Reconstruct("b.npz"), Reconstruct("a.png"),
            new(Out("frames"), ["interpolate", In("frames"), Out("frames"), "--method", "linear", "--factor", "2"], ["interpolate", In("frames"), Out("frames"), "--method", "linear", "--factor", "3"]),
            new(Out("c.npz"), ["run", "interpolate", "--method", "linear", "--factor", "2", "--input", In("arrays.npz"), "--output", Out("c.npz")], ["run", "interpolate", "--method", "linear", "--factor", "3", "--input", In("arrays.npz"), "--output", Out("c.npz")]),
            new(Out("w.npz"), ["weights", "export", In("weights.npz"), Out("w.npz")], ["weights", "export", In("weights.npz"), Out("w.npz"), "--half"]),
            new(Out("drawn.png"), ["inspect", In("spikes.dat"), "--preview", Out("drawn.png")], ["inspect", In("other.npy"), "--preview", Out("drawn.png")]),
        ];
    }

    /// <summary>Makes what the commands read, files of others around what they write, and the first form of everything.</summary>
    public static async Task Prepare(string folder)
    {
        await PrepareInputs(folder);
        foreach (WritingCommands command in In(folder)) await Run(command.First);
    }

    /// <summary>Makes what the commands read, and files of others around what they write.</summary>
    public static async Task PrepareInputs(string folder)
    {
        string at = Directory.CreateDirectory(Path.Combine(folder, "in")).FullName;
        SpikeStream spikes = SpikeStream.Of(Golden.Read<byte>("recon/spikes.npz", "spikes"), new(Height, Width));
        using (FileStream file = File.Create(Path.Combine(at, "spikes.dat"))) SpikeDat.Write(file, spikes);
        await File.WriteAllTextAsync(Path.Combine(at, "spikes.dat.yaml"), $"width: {Width}\nheight: {Height}\n");
        Directory.CreateDirectory(Path.Combine(at, "frames"));
        for (int frame = 0; frame < 4; frame++)
            await File.WriteAllBytesAsync(Path.Combine(at, "frames", $"{frame}.png"), Png.Color([.. Enumerable.Range(0, 16 * 16 * 3).Select(code => (byte)(code + (40 * frame)))], 16, 16));
        Save("arrays.npz", "frames", new(ElementType.UInt8, [3, 16, 16, 3], new byte[3 * 16 * 16 * 3]));
        Save("weights.npz", "layer.weight", NdArray.Of<float>([.. Enumerable.Range(0, 64 * 64).Select(number => number / 64f)], 64, 64));
        await Run(["convert", Path.Combine(at, "spikes.dat"), Path.Combine(at, "other.npy"), "--ticks", "0..49"]);
        await Run(["convert", Path.Combine(at, "spikes.dat"), Path.Combine(at, "set"), "--layout", "s-sdm", "--ticks-per-sample", "10"]);
        await Run(["convert", Path.Combine(at, "set"), Path.Combine(at, "shards")]);
        foreach (string name in (string[])["notes.txt", "pictures.draft/notes.txt", "shards.draft/notes.txt", "a.npy.draft", "thesis/thesis.tex"])
        {
            string path = Path.Combine(folder, "out", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, "somebody else's");
        }

        void Save(string name, string array, NdArray values) => DraftFile.Write(Path.Combine(at, name), file => Npz.Write(file, [KeyValuePair.Create(array, values)]));
    }

    /// <summary>Runs every command in both forms, on and on, and says when the code runs at full speed.</summary>
    public static async Task<int> RunOnAndOn(string folder)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            foreach (WritingCommands command in In(folder))
            {
                await Run(command.Second);
                await Run(command.First);
            }

            if (round == 0) Console.WriteLine("warm");
        }

        return 0;
    }

    /// <summary>Runs one that has to succeed.</summary>
    public static async Task Run(string[] command)
    {
        CommandLineRun run = await CommandLineRun.Of(command);
        Assert.True(run is { ExitCode: 0, Error: "" }, $"{string.Join(' ', command)}\n{run.Output}\n{run.Error}");
    }
}

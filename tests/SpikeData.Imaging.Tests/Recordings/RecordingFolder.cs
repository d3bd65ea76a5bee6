using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

/// <summary>A folder for the files of one test, and spikes to put into them.</summary>
public sealed class RecordingFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spikedata-");

    /// <summary>The spikes that the golden recordings hold: 9 ticks of 12 x 6 pixels.</summary>
    public static NdArray GoldenSpikes { get; } = Golden.Read("recordings/spikes.npz", "spk");

    public string this[string name] => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A file of the folder with these bytes.</summary>
    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>An .npy file of the folder.</summary>
    public string WriteNpy<T>(string name, T[] numbers, params int[] shape)
        where T : unmanaged
    {
        using FileStream file = File.Create(this[name]);
        Npy.Write(file, NdArray.Of<T>(numbers, shape));
        return this[name];
    }

    /// <summary>Every spike of a recording, the highest row first.</summary>
    public static byte[] SpikesOf(SpikeRecording recording) => [.. recording.Blocks(2).SelectMany(block => block.ToArray().As<byte>().ToArray())];

    /// <summary>The id of the error that opening and reading a file ends in.</summary>
    public static string Refusal(string path, RecordingFacts? stated = null) => Assert.Throws<SpikeDataException>(() =>
    {
        using SpikeRecording recording = SpikeRecording.Open(path, stated);
        SpikesOf(recording);
    }).Id;
}

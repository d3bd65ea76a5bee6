using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The <c>config.yaml</c> of a data set in SpikeCV's form, of which only the size of the sensor concerns the spikes.</summary>
public static class SpikeCvConfig
{
    /// <summary>Its name in the folder of the data set.</summary>
    public const string FileName = "config.yaml";
    const int LongestSide = 1 << 20;

    /// <summary>Reads the size of the sensor.</summary>
    /// <exception cref="SpikeDataException">SPIKE451: the sizes in it cannot be understood.</exception>
    public static RecordingFacts Read(string path)
    {
        FlatYaml yaml = FlatYaml.Read(path);
        return new() { Width = (int?)yaml.Whole("spike_w", 1, LongestSide), Height = (int?)yaml.Whole("spike_h", 1, LongestSide) };
    }

    /// <summary>Writes the configuration of a data set without labels. SpikeCV takes the lowest row for the first.</summary>
    /// <param name="folder">The folder of the data set.</param>
    /// <param name="width">Columns of the sensor.</param>
    /// <param name="height">Rows of the sensor.</param>
    /// <exception cref="SpikeDataException">SPIKE485: the folder holds recordings of another size.</exception>
    public static void Write(string folder, int width, int height)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            DraftFile.Write(path, $"filename: \"{Path.GetFileName(Path.GetFullPath(folder))}\"\nspike_w: {width}\nspike_h: {height}\nis_labeled: false\n");
        else if (Read(path) is var there && (there.Width, there.Height) != (width, height))
            throw new SpikeDataException("SPIKE485", $"The folder holds recordings of {there.Width}x{there.Height}, and all of a SpikeCV data set have one size; this one has {width}x{height}. Choose another folder.") { File = path };
    }
}

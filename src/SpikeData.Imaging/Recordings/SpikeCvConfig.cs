namespace SpikeData.Imaging;

/// <summary>The <c>config.yaml</c> of a data set in SpikeCV's form, of which only the size of the sensor concerns the spikes.</summary>
static class SpikeCvConfig
{
    public const string FileName = "config.yaml";
    const int LongestSide = 1 << 20;

    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE451: the sizes in it cannot be understood.</exception>
    public static RecordingFacts Read(string path)
    {
        FlatYaml yaml = FlatYaml.Read(path);
        return new() { Width = (int?)yaml.Whole("spike_w", 1, LongestSide), Height = (int?)yaml.Whole("spike_h", 1, LongestSide) };
    }
}

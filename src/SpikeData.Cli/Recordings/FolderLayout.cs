namespace SpikeData.Cli;

/// <summary>A folder in which others expect recordings.</summary>
enum FolderLayout
{
    /// <summary>A .dat file, and SpikeCV's config.yaml with the size of the sensor.</summary>
    SpikeCv,

    /// <summary>spike_data/clip/number.dat, as the SpikeReveal code reads it.</summary>
    Ssdm,
}

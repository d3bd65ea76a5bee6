namespace SpikeData.Imaging;

/// <summary>The kinds of files that spikes are kept in.</summary>
public enum RecordingFormat
{
    /// <summary>Packed ticks one after another, without a header.</summary>
    Dat,

    /// <summary>One numpy array [ticks, height, width] of zeros and ones.</summary>
    Npy,

    /// <summary>Several numpy arrays by name, one of which is the spikes.</summary>
    Npz,

    /// <summary>An HDF5 file, one data set of which is the spikes.</summary>
    Hdf5,
}

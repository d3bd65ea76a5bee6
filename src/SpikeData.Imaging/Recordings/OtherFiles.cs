using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Files of other kinds, known by their first bytes, which would be read as bits if a size is given.</summary>
static class OtherFiles
{
    const int LongestSignature = 10;

    static readonly (byte[] Signature, string Name, string WayOut)[] Known =
    [
        ([.. "MATLAB 5.0"u8], "a MATLAB file of version 5", "Save it in MATLAB with save(..., '-v7.3'), or in Python: numpy.save(path, scipy.io.loadmat(file)[name])."),
        ([0x89, .. "PNG\r\n"u8], "a PNG picture", "Give a recording of spikes."),
        ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG picture", "Give a recording of spikes."),
        ([0xFF, 0xD8, 0xFF, 0xE1], "a JPEG picture", "Give a recording of spikes."),
        ([0x1F, 0x8B, 8, 0], "packed with gzip", "Unpack it first: gunzip."),
        ([0x1F, 0x8B, 8, 8], "packed with gzip", "Unpack it first: gunzip."),
        ([0xFD, .. "7zXZ"u8, 0], "packed with xz", "Unpack it first: unxz."),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed with zstd", "Unpack it first: unzstd."),
        ([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive", "Unpack it first."),
        ([.. "#!AER-DAT"u8], "a recording of an event camera (AEDAT)", "Events are no spikes of a spike camera."),
        ([.. "%PDF-"u8], "a PDF document", "Give a recording of spikes."),
        ([.. "version ht"u8], "a pointer of Git LFS, not the file itself", "Fetch it: git lfs pull."),
    ];

    /// <exception cref="SpikeDataException">SPIKE494: the file is something else.</exception>
    public static void Refuse(Stream file, string path)
    {
        Span<byte> start = stackalloc byte[LongestSignature];
        file.Position = 0;
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        foreach ((byte[] signature, string name, string wayOut) in Known)
            if (start.StartsWith(signature)) throw new SpikeDataException("SPIKE494", $"This is no recording of spikes: it is {name}. {wayOut}") { File = path };
    }
}

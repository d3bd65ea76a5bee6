using Microsoft.Win32.SafeHandles;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>What can be wrong with a picture or a video, in words.</summary>
static class MediaError
{
    /// <summary>Opens a file for reading, or says why not.</summary>
    /// <exception cref="SpikeDataException">SPIKE437: it is no regular file. SPIKE441: it cannot be opened.</exception>
    public static SafeFileHandle Open(string path)
    {
        InputFile.Require(path);
        try
        {
            return File.OpenHandle(path, options: FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new SpikeDataException("SPIKE441", $"'{path}' cannot be opened: {e.Message}", e) { File = path };
        }
    }

    public static SpikeDataException Unsupported(string path, string what) =>
        Error("SPIKE442", path, $"{what}. Pictures are PNG or JPEG with 8 bits per channel; videos are MP4, MOV, AVI or MKV.");

    public static SpikeDataException Damaged(string path, string what) => Error("SPIKE443", path, $"{what}. Copy it again from its source, or leave it out.");

    public static SpikeDataException TooLarge(string path, string what) => Error("SPIKE444", path, $"{what}.");

    public static SpikeDataException OtherSize(string path, int width, int height, int expectedWidth, int expectedHeight) =>
        Error("SPIKE445", path, $"is {width}x{height} pixels, but its clip began with {expectedWidth}x{expectedHeight}. Frames of one clip have one size.");

    static SpikeDataException Error(string id, string path, string what) => new(id, $"'{path}' {what}") { File = path };
}

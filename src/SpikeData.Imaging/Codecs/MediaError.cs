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

    /// <summary>A file that was opened and cannot be read on.</summary>
    public static SpikeDataException Unreadable(string path, Exception cause) =>
        new("SPIKE441", $"'{path}' cannot be read on: {cause.Message}", cause) { File = path };

    public static SpikeDataException Unsupported(string path, string what) =>
        Error("SPIKE442", path, $"{what}. Pictures are PNG or JPEG with 8 bits per channel; videos are {VideoKind.Known}.");

    public static SpikeDataException Damaged(string path, string what) => Error("SPIKE443", path, $"{what}. Copy it again from its source, or leave it out.");

    public static SpikeDataException TooLarge(string path, string what) => Error("SPIKE444", path, $"{what}.");

    /// <summary>Refuses sizes that no memory holds.</summary>
    public static void CheckArea(string path, int height, int width)
    {
        if ((long)height * width is <= 0 or > PictureFile.LargestArea)
            throw TooLarge(path, $"claims {width}x{height} pixels; at most {PictureFile.LargestArea} are decoded");
    }

    public static SpikeDataException OtherSize(string path, int width, int height, int expectedWidth, int expectedHeight) =>
        Error("SPIKE445", path, $"is {width}x{height} pixels, but its clip began with {expectedWidth}x{expectedHeight}. Frames of one clip have one size.");

    public static SpikeDataException OtherSize(string path, int frame, int width, int height, int expectedWidth, int expectedHeight) => Chosen(
        "SPIKE445", path, $"has {width}x{height} pixels from frame {frame} on, but began with {expectedWidth}x{expectedHeight}.",
        "Give decode a 'size', which brings every frame to it, or take frames before that.",
        $"Give --size {expectedWidth}x{expectedHeight}, which brings every frame to it, or --frames with frames before that.");

    public static SpikeDataException DamagedFrame(string path, int frame, string what, string why) =>
        Damaged("SPIKE447", path, $"is damaged: frame {frame}, counted from 0, {what} ({why})");

    /// <summary>A video that is seen to be cut short before it is decoded.</summary>
    public static SpikeDataException CutShort(string path, string how) => Damaged("SPIKE443", path, $"ends too early: {how}");

    public static SpikeDataException NoDecoder(string path, string codec) => Error("SPIKE449", path,
        $"is coded as {codec.ToUpperInvariant()}, and the decoder lacks the codec {codec.ToUpperInvariant()}. Convert it without loss, such as with: ffmpeg -i IN -c:v ffv1 -fps_mode passthrough OUT.mkv");

    public static SpikeDataException OddAngle(string path) => Error("SPIKE420", path,
        "is to be turned by an angle that is no quarter, which would need pixels of our own making. Turn it before, such as with: ffmpeg -noautorotate -i IN -vf rotate=ANGLE -c:v ffv1 OUT.mkv");

    public static SpikeDataException Colors(string path, string what) => Error("SPIKE448", path,
        $"{what}. Convert it, such as with: ffmpeg -i IN -vf format=gbrp -c:v ffv1 OUT.mkv");

    /// <summary>A matrix that is not read, which a person may know better.</summary>
    public static SpikeDataException Matrix(string path, int number) => Chosen("SPIKE448", path,
        $"states a color matrix that is not read (number {number} of ITU-T H.273). Convert it, such as with: ffmpeg -i IN -vf format=gbrp -c:v ffv1 OUT.mkv, or, where that is not true,",
        "give decode a 'color-matrix'.", "give --color-matrix.");

    public static SpikeDataException Hdr(string path, string transfer) => Error("SPIKE448", path,
        $"has high dynamic range, coded by {transfer}, whose codes are no gray levels. Map its tones as you like them, such as with: "
        + "ffmpeg -i IN -vf zscale=t=linear:npl=100,format=gbrpf32le,tonemap=hable,zscale=p=bt709:t=bt709:m=bt709,format=gbrp -c:v ffv1 OUT.mkv");

    static SpikeDataException Damaged(string id, string path, string what) => Chosen(
        id, path, $"{what}. Copy it again from its source, or",
        "write 'damaged: cut' in decode to use the frames before, or 'damaged: skip-clip' to leave it out.",
        "give --damaged cut to use the frames before.");

    /// <summary>An error with a way out that a recipe or a command chooses.</summary>
    static SpikeDataException Chosen(string id, string path, string what, string inRecipe, string inCommand) =>
        new(id, $"'{path}' {what} {inRecipe}") { File = path, InCommand = $"'{path}' {what} {inCommand}" };

    static SpikeDataException Error(string id, string path, string what) => new(id, $"'{path}' {what}") { File = path };
}

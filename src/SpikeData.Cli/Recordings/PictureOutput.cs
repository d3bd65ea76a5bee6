using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Cli;

/// <summary>Gray pictures of a recording on their way to a file, whose ending says what it becomes. The whole file is written or none.</summary>
sealed class PictureOutput(string path, int height, int width, double picturesPerSecond)
{
    readonly string ending = System.IO.Path.GetExtension(path).ToLowerInvariant();

    internal string Path { get; } = path;

    /// <summary>Whether the file holds one picture only.</summary>
    internal bool IsOne => ending == ".png";

    /// <param name="moments">The ticks.</param>
    /// <param name="picture">The picture of a tick: [height, width] bytes.</param>
    internal void Write(Moments moments, Func<long, byte[]> picture)
    {
        if (IsOne) DraftFile.Write(Path, Png.Gray(picture(moments.First), height, width));
        else if (ending == ".npz") DraftFile.Write(Path, file => Npz.Write(file, Arrays(moments, picture)));
        else Animate(moments, picture);
    }

    void Animate(Moments moments, Func<long, byte[]> picture)
    {
        using Animation animation = Animation.Create(Path, new(height, width, IsGray: true, picturesPerSecond));
        foreach (long tick in moments) animation.Add(picture(tick), tick);
        animation.Finish();
    }

    Dictionary<string, NdArray> Arrays(Moments moments, Func<long, byte[]> picture)
    {
        long bytes = moments.Count * height * width;
        if (bytes > Array.MaxLength)
            throw new SpikeDataException("SPIKE484", $"{moments.Count} pictures of {width}x{height} are too many for an .npz file. Name fewer ticks with --ticks or --every.");
        MemoryLimit.Require(bytes, $"An array of {Counted.Of(moments.Count, "picture")}");
        byte[] pictures = new byte[bytes];
        foreach ((int place, long tick) in moments.Index()) picture(tick).CopyTo(pictures, place * height * width);
        int count = (int)moments.Count;
        return new()
        {
            ["pictures"] = new(ElementType.UInt8, [count, height, width], pictures),
            ["ticks"] = NdArray.Of<long>(moments.ToArray(), count),
        };
    }
}

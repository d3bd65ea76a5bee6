using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Takes the files that a product writes for a data set, in memory, and reads them back as an array.</summary>
sealed class ProductFiles : ISampleWriter
{
    const string Name = "the product";

    readonly List<byte[]> files = [];

    public void Write(string kind, int exposure, int number, string extension, IFileContent content)
    {
        using MemoryStream file = new();
        using (content) content.Encode(file);
        files.Add(file.ToArray());
    }

    /// <summary>The pictures: [H, W, 3] bytes when there is one, [N, H, W, 3] otherwise.</summary>
    /// <exception cref="SpikeDataException">SPIKE481: there is none.</exception>
    internal NdArray Pictures()
    {
        if (files.Count == 0) throw new SpikeDataException("SPIKE481", "The frames end before one exposure is over. Give more frames, or a shutter that takes fewer.");
        (int height, int width) = PictureFile.Measure(Name, files[0]);
        int bytes = height * width * 3;
        byte[] pictures = new byte[files.Count * bytes];
        for (int i = 0; i < files.Count; i++) PictureFile.Decode(Name, files[i], pictures.AsSpan(i * bytes, bytes), height, width);
        int[] shape = files.Count == 1 ? [height, width, 3] : [files.Count, height, width, 3];
        return new(ElementType.UInt8, shape, pictures);
    }
}

using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The sensor of a conventional camera: adds its noise to pictures of one size.</summary>
public sealed class PictureSensor : IDisposable
{
    readonly Device device;
    readonly int height, width;
    readonly PhiloxKey key;
    readonly Buffer<int> deviations, normal;
    readonly Buffer<byte> levels;

    /// <param name="device">Where pictures lie.</param>
    /// <param name="height">Rows of a picture.</param>
    /// <param name="width">Columns of a picture.</param>
    /// <param name="noise">What the sensor does.</param>
    /// <param name="key">Whose random draws these are.</param>
    /// <exception cref="SpikeDataException">SPIKE479: the noise is below 0 or beyond reason.</exception>
    public PictureSensor(Device device, int height, int width, PictureNoise noise, PhiloxKey key)
    {
        (this.device, this.height, this.width, this.key) = (device, height, width, key);
        int[] table = noise.Deviations();
        deviations = device.Allocate<int>(table.Length);
        levels = device.Allocate<byte>(table.Length);
        normal = device.Allocate<int>(Normal.Table.Length);
        deviations.Upload(table);
        levels.Upload(noise.Levels());
        normal.Upload(Normal.Table);
    }

    /// <summary>Adds the noise of an exposure to its picture, [height, width, 3] bytes.</summary>
    public void AddNoise(Buffer<byte> picture, int exposure) => device.Run(
        new AddPictureNoise(picture.View, deviations.View, levels.View, normal.View, width * 3, key, exposure), height, width * 3);

    public void Dispose()
    {
        deviations.Dispose();
        levels.Dispose();
        normal.Dispose();
    }
}

using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Collects the light of a clip while its frames pass; with a slow rolling shutter exposures overlap.</summary>
sealed class BlurRecorder : IRecorder
{
    readonly BlurryImages images;
    readonly ISampleWriter writer;
    readonly int frames, delay;
    readonly PictureSensor? sensor;
    readonly Buffer<byte> mean;
    readonly Queue<(int Number, Exposure Light)> open = new();
    readonly Stack<Exposure> idle = new();

    public BlurRecorder(BlurryImages images, ISampleWriter writer)
    {
        (this.images, this.writer, frames, delay, sensor) = (images, writer, images.Frames, images.Delay, images.Sensor());
        mean = images.Exposures.Clip.Workspace.Device.Allocate<byte>(images.Height * images.Width * 3);
    }

    public void Take(Frame frame, int index)
    {
        (int exposure, int offset) = Math.DivRem(index - delay, images.Exposures.Period);
        if (index >= delay && offset == 0) open.Enqueue((exposure, Begin()));
        foreach ((_, Exposure light) in open) light.Add(frame);
        if (open.TryPeek(out (int, Exposure Light) first) && first.Light.Frames == frames) Close(open.Dequeue());
    }

    public void Dispose()
    {
        foreach ((_, Exposure light) in open) light.Dispose();
        foreach (Exposure light in idle) light.Dispose();
        sensor?.Dispose();
        mean.Dispose();
    }

    Exposure Begin()
    {
        if (!idle.TryPop(out Exposure? light)) light = images.Open();
        light.Open();
        return light;
    }

    void Close((int Number, Exposure Light) exposed)
    {
        exposed.Light.Average(mean, images.Parameters.Shrink);
        idle.Push(exposed.Light);
        sensor?.AddNoise(mean, exposed.Number);
        Exposures exposures = images.Exposures;
        int number = exposures.Number(exposures.Middle(exposed.Number));
        writer.Write("blur", exposed.Number, number, ".png", HostBytes.Picture(mean, images.Height, images.Width));
    }
}

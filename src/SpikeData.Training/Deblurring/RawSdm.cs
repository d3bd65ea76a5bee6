using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The spike-guided deblurring model without networks: both exposures are enlarged by bilinear interpolation.</summary>
public sealed class RawSdm(Device device, int shortTicks) : IDisposable
{
    readonly Tape tape = new(device) { Records = false };

    /// <summary>The sharp image of an instant: [3, scale height, scale width].</summary>
    public void Deblur(SceneView view, Span<float> sharp)
    {
        tape.Clear();
        Tensor reference = tape.MeanSpikes([view with { Tick = view.Scene.Middle }], view.Scene.ExposureTicks).ResizeBilinear(view.Scene.Scale);
        Tensor shortExposure = tape.MeanSpikes([view], shortTicks).ResizeBilinear(view.Scene.Scale);
        tape.Read(tape.Blur([view]).DeblurBySpikes(reference, shortExposure).Clamp(0, 1), sharp);
    }

    /// <summary>What the spikes of an instant show: [1, scale height, scale width].</summary>
    public void Brightness(SceneView view, Span<float> gray, RowEnlargement way = RowEnlargement.Nearest)
    {
        tape.Clear();
        tape.Read(tape.MeanSpikes([view], shortTicks).EnlargeBy(way, view.Scene.Scale), gray);
    }

    public void Dispose() => tape.Dispose();
}

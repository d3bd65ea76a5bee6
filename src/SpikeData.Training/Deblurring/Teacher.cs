namespace SpikeData.Training;

/// <summary>The self-supervised teacher: denoises and enlarges what spikes saw, and tells the blur apart by it.</summary>
/// <remarks>Chen et al., "SpikeReveal", 2024, section 4.2, as the published code does it: every step is limited to 0 .. 1, and so is the result.</remarks>
/// <param name="denoiser">Denoises the short exposure.</param>
/// <param name="enlarger">Enlarges both exposures; null where spikes are as large as pictures and stay as they are.</param>
/// <param name="shortTicks">Ticks of the short exposure.</param>
/// <param name="enlargesLong">Whether the long exposure goes through the enlarger too, as in the code, or is enlarged by bilinear interpolation.</param>
/// <param name="denoisesLong">Whether the long exposure goes through the denoiser too, which the code does not do.</param>
public sealed class Teacher(Bsn denoiser, Edsr? enlarger, int shortTicks, bool enlargesLong = true, bool denoisesLong = false) : IDisposable
{
    readonly Tape tape = new(denoiser.Device) { Records = false };

    (Scene? Scene, SpikeWindow Window) seen;
    float[] reference = [];

    /// <summary>The sharp image of an instant: [3, scale height, scale width].</summary>
    public void Deblur(SceneView view, Span<float> sharp)
    {
        if (seen != (view.Scene, view.Window)) Look(view);
        tape.Clear();
        Tensor large = tape.Input(new(1, 1, view.Window.Height * view.Scene.Scale, view.Window.Width * view.Scene.Scale), reference);
        tape.Read(tape.Blur([view]).DeblurBySpikes(large, Enlarge(Denoise(Short(view)))).Clamp(0, 1), sharp);
    }

    /// <summary>What the spikes of an instant show, denoised and enlarged by the networks: [1, scale height, scale width].</summary>
    public void Brightness(SceneView view, Span<float> gray)
    {
        tape.Clear();
        tape.Read(Enlarge(Denoise(Short(view))), gray);
    }

    /// <summary>The same, denoised but enlarged without a network: [1, scale height, scale width].</summary>
    public void DenoisedBrightness(SceneView view, Span<float> gray, RowEnlargement way = RowEnlargement.Nearest)
    {
        tape.Clear();
        tape.Read(Denoise(Short(view)).EnlargeBy(way, view.Scene.Scale), gray);
    }

    public void Dispose() => tape.Dispose();

    /// <summary>The long exposure, enlarged: the same for all instants of a part.</summary>
    void Look(SceneView view)
    {
        tape.Clear();
        Tensor all = tape.MeanSpikes([view with { Tick = view.Scene.Middle }], view.Scene.ExposureTicks);
        if (denoisesLong) all = Denoise(all);
        Tensor large = enlargesLong ? Enlarge(all) : all.ResizeBilinear(view.Scene.Scale);
        if (reference.Length != large.Shape.Length) reference = new float[large.Shape.Length];
        tape.Read(large, reference);
        seen = (view.Scene, view.Window);
    }

    Tensor Short(SceneView view) => tape.MeanSpikes([view], shortTicks);

    Tensor Denoise(Tensor x) => denoiser.Apply(x).Clamp(0, 1);

    Tensor Enlarge(Tensor x) => enlarger is null ? x : enlarger.Apply(x).Clamp(0, 1);
}

namespace SpikeData.Training;

/// <summary>The self-supervised teacher: denoises and enlarges what spikes saw, and tells the blur apart by it.</summary>
/// <remarks>Chen et al., "SpikeReveal", 2024, section 4.2, as the published code does it: every step is limited to 0 .. 1, and so is the result.</remarks>
/// <param name="denoiser">Denoises the short exposure.</param>
/// <param name="enlarger">Enlarges both exposures.</param>
/// <param name="shortTicks">Ticks of the short exposure.</param>
/// <param name="enlargesLong">Whether the long exposure goes through the enlarger too, as in the code, or is enlarged by bilinear interpolation.</param>
public sealed class Teacher(Bsn denoiser, Edsr enlarger, int shortTicks, bool enlargesLong = true) : IDisposable
{
    readonly Tape tape = new(denoiser.Device) { Records = false };

    /// <summary>The sharp image of an instant: [3, 4 height, 4 width].</summary>
    public void Deblur(SceneView view, Span<float> sharp)
    {
        tape.Clear();
        Tensor reference = tape.MeanSpikes([view with { Tick = view.Scene.Middle }], view.Scene.ExposureTicks);
        Tensor large = enlargesLong ? Enlarge(reference) : reference.Interpolate(Scene.Scale);
        tape.Read(tape.Blur([view]).DeblurBySpikes(large, Enlarge(Denoise(view))).Clamp(0, 1), sharp);
    }

    /// <summary>What the spikes of an instant show, denoised and enlarged by the networks: [1, 4 height, 4 width].</summary>
    public void Brightness(SceneView view, Span<float> gray)
    {
        tape.Clear();
        tape.Read(Enlarge(Denoise(view)), gray);
    }

    /// <summary>The same, denoised but enlarged by bilinear interpolation: [1, 4 height, 4 width].</summary>
    public void DenoisedBrightness(SceneView view, Span<float> gray)
    {
        tape.Clear();
        tape.Read(Denoise(view).Interpolate(Scene.Scale), gray);
    }

    public void Dispose() => tape.Dispose();

    Tensor Denoise(SceneView view) => denoiser.Apply(tape.MeanSpikes([view], shortTicks)).Clamp(0, 1);

    Tensor Enlarge(Tensor x) => enlarger.Apply(x).Clamp(0, 1);
}

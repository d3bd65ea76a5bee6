using System.Buffers;

namespace SpikeData.Training;

/// <summary>Puts what scenes hold on a tape, several scenes as one batch.</summary>
public static class SceneTensors
{
    /// <summary>The mean of spikes over a window of ticks: [N, 1, height, width].</summary>
    public static Tensor MeanSpikes(this Tape tape, ReadOnlySpan<SceneView> views, int ticks) =>
        tape.Put(views, 1, 1, ticks, static (in SceneView view, int count, Span<float> planes) => view.Scene.MeanSpikes(view.Window, view.Tick, count, planes));

    /// <summary>The spikes of a window of ticks: [N, ticks, height, width].</summary>
    public static Tensor Spikes(this Tape tape, ReadOnlySpan<SceneView> views, int ticks) =>
        tape.Put(views, ticks, 1, ticks, static (in SceneView view, int count, Span<float> planes) => view.Scene.Spikes(view.Window, view.Tick, count, planes));

    /// <summary>The blurry images: [N, 3, scale height, scale width].</summary>
    public static Tensor Blur(this Tape tape, ReadOnlySpan<SceneView> views) =>
        tape.Put(views, 3, views[0].Scene.Scale, 0, static (in SceneView view, int _, Span<float> planes) => view.Scene.Blur(view.Window, planes));

    /// <summary>The blurry images in gray: [N, 1, scale height, scale width].</summary>
    public static Tensor GrayBlur(this Tape tape, ReadOnlySpan<SceneView> views) =>
        tape.Put(views, 1, views[0].Scene.Scale, 0, static (in SceneView view, int _, Span<float> planes) => view.Scene.GrayBlur(view.Window, planes));

    /// <summary>The sharp image in the middle of an exposure: [1, 3, scale height, scale width].</summary>
    public static Tensor Sharp(this Tape tape, SceneView view) =>
        tape.Put([view], 3, view.Scene.Scale, 0, static (in SceneView view, int _, Span<float> planes) => view.Scene.Sharp(view.Scene.SharpCount / 2, view.Window, planes));

    /// <summary>The same in gray: [1, 1, scale height, scale width].</summary>
    public static Tensor GraySharp(this Tape tape, SceneView view) =>
        tape.Put([view], 1, view.Scene.Scale, 0, static (in SceneView view, int _, Span<float> planes) => view.Scene.GraySharp(view.Scene.SharpCount / 2, view.Window, planes));

    delegate void Look(in SceneView view, int count, Span<float> planes);

    static Tensor Put(this Tape tape, ReadOnlySpan<SceneView> views, int channels, int scale, int count, Look look)
    {
        SpikeWindow window = views[0].Window;
        Shape shape = new(views.Length, channels, window.Height * scale, window.Width * scale);
        float[] planes = ArrayPool<float>.Shared.Rent(shape.Length);
        int each = shape.Length / views.Length;
        for (int i = 0; i < views.Length; i++) look(in views[i], count, planes.AsSpan(i * each, each));
        Tensor tensor = tape.Input(shape, planes.AsSpan(0, shape.Length));
        ArrayPool<float>.Shared.Return(planes);
        return tensor;
    }
}

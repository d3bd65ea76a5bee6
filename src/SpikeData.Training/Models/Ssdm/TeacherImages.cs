using System.Buffers;

namespace SpikeData.Training;

/// <summary>What the teacher shows of exposures, on the tape of its student.</summary>
sealed class TeacherImages(Teacher teacher, TrainLdn plan)
{
    const long Memory = 4L << 30;

    readonly Dictionary<(string Scene, int Tick), float[]> frames = [];
    long kept;

    /// <summary>The teacher's images: [N, 3, scale height, scale width].</summary>
    public Tensor Show(Tape tape, ReadOnlySpan<SceneView> views)
    {
        int each = 3 * views[0].Pixels, scale = views[0].Scene.Scale;
        float[] planes = ArrayPool<float>.Shared.Rent(each * views.Length);
        for (int i = 0; i < views.Length; i++)
        {
            Span<float> target = planes.AsSpan(i * each, each);
            if (plan.Teacher == TeacherView.Crop) Look(views[i], target);
            else Cut(FrameOf(views[i]), views[i], target);
        }

        Shape shape = new(views.Length, 3, views[0].Window.Height * scale, views[0].Window.Width * scale);
        Tensor tensor = tape.Input(shape, planes.AsSpan(0, shape.Length));
        ArrayPool<float>.Shared.Return(planes);
        return tensor;
    }

    float[] FrameOf(SceneView view)
    {
        if (frames.TryGetValue((view.Scene.Name, view.Tick), out float[]? known)) return known;
        // All instants of an exposure one after the other: the teacher looks at the long exposure once.
        for (int instant = 0; instant < plan.Frames && kept < Memory; instant++) Keep(SceneView.Of(view.Scene, view.Scene.TickOf(instant, plan.Frames)));
        return frames.TryGetValue((view.Scene.Name, view.Tick), out known) ? known : Frame(view);
    }

    void Keep(SceneView whole)
    {
        float[] frame = Frame(whole);
        kept += frame.Length * sizeof(float);
        frames[(whole.Scene.Name, whole.Tick)] = frame;
    }

    float[] Frame(SceneView view)
    {
        SceneView whole = SceneView.Of(view.Scene, view.Tick);
        float[] frame = new float[3 * whole.Pixels];
        Look(whole, frame);
        return frame;
    }

    void Look(SceneView view, Span<float> planes)
    {
        if (plan.Target == TeacherImage.Color)
        {
            teacher.Deblur(view, planes);
            return;
        }

        Span<float> gray = planes[..view.Pixels];
        teacher.Brightness(view, gray);
        gray.CopyTo(planes[gray.Length..]);
        gray.CopyTo(planes[(2 * gray.Length)..]);
    }

    static void Cut(ReadOnlySpan<float> frame, SceneView view, Span<float> planes)
    {
        (SpikeWindow window, int scale) = (view.Window, view.Scene.Scale);
        int stride = view.Scene.Width * scale, plane = view.Scene.Height * scale * stride;
        int width = window.Width * scale, height = window.Height * scale;
        for (int channel = 0; channel < 3; channel++)
            for (int row = 0; row < height; row++)
                frame.Slice(channel * plane + (window.Top * scale + row) * stride + window.Left * scale, width)
                    .CopyTo(planes[((channel * height + row) * width)..]);
    }
}

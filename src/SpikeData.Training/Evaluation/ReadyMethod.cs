namespace SpikeData.Training;

/// <summary>A method that is ready to make images.</summary>
/// <param name="name">The name of its row.</param>
/// <param name="definition">What is compared with what.</param>
/// <param name="make">Fills in the image of an instant, from 0 to 1.</param>
/// <param name="held">What goes away with it.</param>
public sealed class ReadyMethod(string name, string definition, ReadyMethod.Fill make, params IReadOnlyList<IDisposable> held) : IDisposable
{
    /// <summary>As many instants of an exposure as the paper evaluates.</summary>
    const int ReblurredInstants = 7;

    /// <summary>Fills in the image of an instant: [3, scale height, scale width], or [1, ...] where it is gray.</summary>
    public delegate void Fill(SceneView view, Span<float> planes);

    /// <summary>The name of its row.</summary>
    public string Name => name;

    /// <summary>What is compared with what.</summary>
    public string Definition => definition;

    /// <summary>How many trained numbers it has.</summary>
    public int Parameters { get; init; }

    /// <summary>Whether it makes a gray image, which is compared with the gray truth.</summary>
    public bool IsGray { get; init; }

    /// <summary>Whether its image is the same at every instant, so that a re-blur says nothing.</summary>
    public bool IsStill { get; init; }

    /// <summary>How the image was enlarged before it is compared; null where that is not done without a network.</summary>
    public RowEnlargement? Enlarged { get; init; }

    /// <summary>Fills in the image of an instant.</summary>
    public void Make(SceneView view, Span<float> planes) => make(view, planes);

    /// <summary>The image of an instant as a picture: [scale height, scale width, 3] bytes, blue, green, red.</summary>
    public byte[] Picture(SceneView view)
    {
        int channels = IsGray ? 1 : 3;
        float[] planes = new float[channels * view.Pixels];
        Make(view, planes);
        byte[] picture = new byte[3 * view.Pixels];
        for (int i = 0; i < picture.Length; i++)
            picture[i] = (byte)MathF.Round(255 * Math.Clamp(planes[i % 3 % channels * view.Pixels + i / 3], 0, 1));
        return picture;
    }

    public void Dispose()
    {
        foreach (IDisposable one in held) one.Dispose();
    }

    /// <summary>The mean of images spread evenly over the exposure and the blurry image, compared.</summary>
    internal MeasuredScores MeasureReblur(Scene scene, ReportMeter meter)
    {
        Shape shape = new(1, 3, scene.Height * scene.Scale, scene.Width * scene.Scale);
        float[] made = new float[shape.Length], mean = new float[shape.Length], blur = new float[shape.Length];
        for (int instant = 0; instant < ReblurredInstants; instant++)
        {
            Make(SceneView.Of(scene, scene.TickOf(instant, ReblurredInstants)), made);
            for (int i = 0; i < mean.Length; i++) mean[i] += Math.Clamp(made[i], 0, 1) / ReblurredInstants;
        }

        scene.Blur(scene.Whole, blur);
        return meter.Measure(mean, blur, shape);
    }

    /// <summary>The image and the truth, compared.</summary>
    internal MeasuredScores Measure(Scene scene, int sharp, ReportMeter meter)
    {
        SceneView view = SceneView.Of(scene, scene.TickOf(sharp, scene.SharpCount));
        Shape shape = new(1, IsGray ? 1 : 3, scene.Height * scene.Scale, scene.Width * scene.Scale);
        float[] made = new float[shape.Length], truth = new float[shape.Length];
        Make(view, made);
        if (IsGray) scene.GraySharp(sharp, view.Window, truth);
        else scene.Sharp(sharp, view.Window, truth);
        return meter.Measure(made, truth, shape);
    }
}

namespace SpikeData.Training;

/// <summary>A way to a sharp image that a report measures.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Definition">What is compared with what.</param>
/// <param name="Parameters">How many trained numbers it has.</param>
/// <param name="IsGray">Whether it gives a gray image, compared with the gray truth.</param>
/// <param name="Make">Fills in the image of an instant.</param>
sealed record Method(string Name, string Definition, int Parameters, bool IsGray, Method.Fill Make)
{
    /// <summary>How the image was enlarged before it is compared; null where that is not done without a network.</summary>
    public RowEnlargement? Enlarged { get; init; }

    /// <summary>Fills in the image of an instant.</summary>
    public delegate void Fill(SceneView view, Span<float> planes);

    /// <summary>As many instants of an exposure as the paper evaluates.</summary>
    public const int ReblurredInstants = 7;

    /// <summary>The mean of images spread evenly over the exposure and the blurry image, compared by two protocols.</summary>
    public ProtocolScores MeasureReblur(Scene scene, Comparisons comparisons)
    {
        Shape shape = new(1, 3, scene.Height * scene.Scale, scene.Width * scene.Scale);
        float[] made = new float[shape.Length], mean = new float[shape.Length], blur = new float[shape.Length];
        for (int instant = 0; instant < ReblurredInstants; instant++)
        {
            Make(SceneView.Of(scene, scene.TickOf(instant, ReblurredInstants)), made);
            for (int i = 0; i < mean.Length; i++) mean[i] += Math.Clamp(made[i], 0, 1) / ReblurredInstants;
        }

        scene.Blur(scene.Whole, blur);
        return comparisons.Measure(mean, blur, shape);
    }

    /// <summary>The image and the truth, compared by two protocols.</summary>
    public ProtocolScores Measure(Scene scene, int sharp, Comparisons comparisons)
    {
        SceneView view = SceneView.Of(scene, scene.TickOf(sharp, scene.SharpCount));
        Shape shape = new(1, IsGray ? 1 : 3, scene.Height * scene.Scale, scene.Width * scene.Scale);
        float[] made = new float[shape.Length], truth = new float[shape.Length];
        Make(view, made);
        if (IsGray) scene.GraySharp(sharp, view.Window, truth);
        else scene.Sharp(sharp, view.Window, truth);
        return comparisons.Measure(made, truth, shape);
    }
}

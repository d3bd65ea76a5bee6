namespace SpikeData.Training;

/// <summary>A way to a sharp image that a report measures.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Definition">What is compared with what.</param>
/// <param name="Parameters">How many trained numbers it has.</param>
/// <param name="IsGray">Whether it gives a gray image, compared with the gray truth.</param>
/// <param name="Make">Fills in the image of an instant.</param>
sealed record Method(string Name, string Definition, int Parameters, bool IsGray, Method.Fill Make)
{
    /// <summary>Fills in the image of an instant.</summary>
    public delegate void Fill(SceneView view, Span<float> planes);

    /// <summary>The image and the truth, compared by two protocols.</summary>
    public (Scores SSdm, Scores Standard) Measure(Scene scene, int sharp, Comparison published, Comparison usual)
    {
        SceneView view = SceneView.Of(scene, scene.TickOf(sharp, scene.SharpCount));
        Shape shape = new(1, IsGray ? 1 : 3, scene.Height * Scene.Scale, scene.Width * Scene.Scale);
        float[] made = new float[shape.Length], truth = new float[shape.Length];
        Make(view, made);
        if (IsGray) scene.GraySharp(sharp, view.Window, truth);
        else scene.Sharp(sharp, view.Window, truth);
        return (published.Measure(made, truth, shape), usual.Measure(made, truth, shape));
    }
}

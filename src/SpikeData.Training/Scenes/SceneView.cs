namespace SpikeData.Training;

/// <summary>A part of a scene at an instant: what networks are shown.</summary>
/// <param name="Scene">The exposure.</param>
/// <param name="Window">The part.</param>
/// <param name="Tick">The instant.</param>
public readonly record struct SceneView(Scene Scene, SpikeWindow Window, int Tick)
{
    /// <summary>Pixels of the picture.</summary>
    public int Pixels => Window.Height * Window.Width * Scene.Scale * Scene.Scale;

    /// <summary>The whole picture at an instant.</summary>
    public static SceneView Of(Scene scene, int tick) => new(scene, scene.Whole, tick);
}

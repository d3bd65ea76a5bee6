namespace SpikeData.Training;

/// <summary>The light network at work: one sharp color image per instant, from the blurry one and the spikes around the instant.</summary>
public sealed class Student(Ldn network) : IDisposable
{
    readonly Tape tape = new(network.Device) { Records = false };

    /// <summary>The sharp image of an instant, limited to 0 .. 1: [3, scale height, scale width].</summary>
    public void Deblur(SceneView view, Span<float> sharp)
    {
        tape.Clear();
        tape.Read(network.Apply(tape.Blur([view]), tape.Spikes([view], network.Spikes)).Clamp(0, 1), sharp);
    }

    /// <summary>The same as a picture: [scale height, scale width, 3] bytes, blue, green, red.</summary>
    public byte[] Deblur(SceneView view)
    {
        float[] planes = new float[3 * view.Pixels];
        Deblur(view, planes);
        byte[] picture = new byte[planes.Length];
        for (int i = 0; i < picture.Length; i++) picture[i] = (byte)MathF.Round(255 * planes[i % 3 * view.Pixels + i / 3]);
        return picture;
    }

    public void Dispose() => tape.Dispose();
}

namespace SpikeData.Training;

/// <summary>A course on frames between frames.</summary>
/// <param name="name">The network's name, and that of its files.</param>
/// <param name="network">What learns.</param>
/// <param name="video">The same network.</param>
/// <param name="size">How long it is.</param>
/// <param name="adam">What moves the network's numbers.</param>
/// <param name="lessons">What it learns from.</param>
/// <param name="heldOut">What it is measured with.</param>
abstract class FrameCourse(
    string name, Network network, IVideoNetwork video, CourseSize size, Adam adam, Lessons lessons, FrameMeter heldOut)
    : Course(name, network, size, adam)
{
    public sealed override double? Measure() => heldOut.Measure(video);

    public override void Dispose()
    {
        heldOut.Dispose();
        base.Dispose();
    }

    protected sealed override Tensor Loss(int epoch, int batch, int instant) => Loss(lessons.Show(Tape, epoch, batch, video.Level));

    /// <summary>How far the network's frames lie from the true ones.</summary>
    protected abstract Tensor Loss(Lesson lesson);
}

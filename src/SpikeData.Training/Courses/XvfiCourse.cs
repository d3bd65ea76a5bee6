namespace SpikeData.Training;

/// <summary>Trains XVFI-Net as published: distance on all levels, and smooth flows on the finest.</summary>
sealed class XvfiCourse(XvfiModel plan, XvfiNet network, CourseSize size, Lessons lessons, FrameMeter heldOut)
    : FrameCourse("xvfi", network, network, size, new(network.Parameters), lessons, heldOut)
{
    readonly XvfiLoss loss = new((float)plan.Smoothness, (float)plan.EdgeSharpness);
    readonly SteppedRate rate = new(plan.LearningRate, plan.RateFactor, plan.Milestones);

    public override double RateAt(int step) => rate.At(Size.At(step).Epoch);

    protected override Tensor Loss(Lesson lesson) => loss.Of(network, lesson.First, lesson.Second, lesson.Truth, lesson.Instants);
}

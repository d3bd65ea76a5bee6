namespace SpikeData.Training;

/// <summary>Trains IFNet as RIFE does: Laplacian distance of student and teacher, and imitation of the teacher's flows.</summary>
sealed class RifeCourse(RifeModel plan, IfNet network, CourseSize size, Lessons lessons, FrameMeter heldOut)
    : FrameCourse("rife", network, network, size, new(network.Parameters, weightDecay: plan.WeightDecay), lessons, heldOut)
{
    readonly RifeLoss loss = new(network.Device, (float)plan.DistillationWeight);
    readonly WarmUpRate rate = new(plan.LearningRate, plan.WarmUp, size.Steps, plan.LastRate);

    public override double RateAt(int step) => rate.At(step);

    protected override Tensor Loss(Lesson lesson) => loss.Of(network, lesson.First, lesson.Second, lesson.Truth, lesson.Instants);
}

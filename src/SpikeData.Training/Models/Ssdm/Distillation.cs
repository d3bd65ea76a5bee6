namespace SpikeData.Training;

/// <summary>The loss of the light network: mean_m P(teacher_m, student_m) + lambda || blur - reblur(students) ||^2.</summary>
sealed class Distillation(TrainLdn plan, Ldn network, Teacher teacher, TrainingContext context)
{
    readonly TeacherImages images = new(teacher, plan);
    readonly Func<Tensor, Tensor, Tensor> compare = (plan.Perceptual ?? new LpipsSqueezeLoss()).Create(context.Device, context.Directory);
    readonly Ssim? ssim = plan.SsimWeight > 0 ? new(context.Device, 3, SsimWindow.Gaussian, 1) : null;

    public Tensor Loss(SampleBatch batch)
    {
        Tape tape = batch.Tape;
        Tensor blur = tape.Blur(batch.Views);
        Tensor? sum = null, loss = null;
        for (int frame = 0; frame < plan.Frames; frame++)
        {
            ReadOnlySpan<SceneView> now = batch.At(frame, plan.Frames);
            Tensor student = network.Apply(blur, tape.Spikes(now, plan.Spikes)).Clamp(0, 1);
            Tensor share = Compare(images.Show(tape, now), student).Scale(1f / plan.Frames);
            loss = loss is null ? share : loss.Add(share);
            sum = sum is null ? student : sum.Add(student);
        }

        Tensor again = plan.Reblur == ReblurForm.Mean ? sum!.Scale(1f / plan.Frames) : sum!;
        return loss!.Add(Training.Loss.MeanSquared(again, blur).Scale((float)plan.LambdaReblur));
    }

    /// <summary>The deblurred middle of the exposure against the sharp image.</summary>
    public double Measure(Tape tape, SceneView view) =>
        Training.Loss.Psnr(network.Apply(tape.Blur([view]), tape.Spikes([view], plan.Spikes)), tape.Sharp(view));

    Tensor Compare(Tensor taught, Tensor student)
    {
        Tensor distance = compare(Seen(taught), Seen(student));
        return ssim is null ? distance : distance.Add(ssim.Apply(taught, student).Scale((float)-plan.SsimWeight, (float)plan.SsimWeight));
    }

    Tensor Seen(Tensor image) => plan.Rescale ? image.Scale(2, -1) : image;
}

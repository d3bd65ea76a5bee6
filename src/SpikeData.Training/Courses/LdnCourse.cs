using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Distills the teacher into the light network: mean_m P(teacher_m, student_m) + lambda || blur - reblur(students) ||^2.</summary>
sealed class LdnCourse : SceneCourse
{
    readonly TrainLdn plan;
    readonly Ldn network;
    readonly TeacherLessons lessons;
    readonly Func<Tensor, Tensor, Tensor> compare;
    readonly Ssim? ssim;

    public LdnCourse(TrainLdn plan, Ldn network, CourseContext context)
        : base(plan.Name, network, new(plan.Epochs, plan.Repeat, plan.Batch, plan.Crop, context.Scenes.Count), context)
    {
        (this.plan, this.network) = (plan, network);
        int scale = context.Scenes.Scale;
        if (plan.Crop * scale % Ldn.Side != 0)
            throw new SpikeDataException("SPIKE521", $"'crop' of '{Name}' is {plan.Crop} spike pixels; a multiple of {Ldn.Side / scale} was expected, since the sides of pictures are multiples of {Ldn.Side}.");
        bool needsEnlarger = scale > 1 || context.Teachers.ContainsKey("edsr");
        lessons = new(plan.TeacherOf(context.Trained<Bsn>("bsn", Name), needsEnlarger ? context.Trained<Edsr>("edsr", Name) : null), plan);
        compare = (plan.Perceptual ?? new LpipsSqueezeLoss()).Create(context.Device, context.Directory);
        if (plan.SsimWeight > 0) ssim = new(context.Device, 3, SsimWindow.Gaussian, 1);
    }

    public override double RateAt(int step) => plan.Cosine switch
    {
        CosineOver.Steps => new CosineRate(plan.LearningRate, plan.Epochs).At(step),
        CosineOver.Epochs => new CosineRate(plan.LearningRate, Size.Steps).At(step),
        _ => plan.LearningRate,
    };

    /// <summary>The deblurred middle of the exposure against the sharp image.</summary>
    protected override double Measure(Scene scene)
    {
        Tape.Clear();
        SceneView view = SceneView.Of(scene, scene.Middle);
        return Psnr(network.Apply(Tape.Blur([view]), Tape.Spikes([view], plan.Spikes)), Tape.Sharp(view));
    }

    public override void Dispose()
    {
        lessons.Dispose();
        base.Dispose();
    }

    protected override Tensor Loss(ReadOnlySpan<SceneView> views, int instant)
    {
        Tensor blur = Tape.Blur(views);
        Tensor? sum = null, loss = null;
        for (int frame = 0; frame < plan.Frames; frame++)
        {
            ReadOnlySpan<SceneView> now = At(frame, plan.Frames);
            Tensor student = network.Apply(blur, Tape.Spikes(now, plan.Spikes)).Clamp(0, 1);
            Tensor share = Compare(lessons.Show(Tape, now), student).Scale(1f / plan.Frames);
            loss = loss is null ? share : loss.Add(share);
            sum = sum is null ? student : sum.Add(student);
        }

        Tensor again = plan.Reblur == ReblurForm.Mean ? sum!.Scale(1f / plan.Frames) : sum!;
        return loss!.Add(Training.Loss.MeanSquared(again, blur).Scale((float)plan.LambdaReblur));
    }

    Tensor Compare(Tensor teacher, Tensor student)
    {
        Tensor distance = compare(Seen(teacher), Seen(student));
        return ssim is null ? distance : distance.Add(ssim.Apply(teacher, student).Scale((float)-plan.SsimWeight, (float)plan.SsimWeight));
    }

    Tensor Seen(Tensor image) => plan.Rescale ? image.Scale(2, -1) : image;
}

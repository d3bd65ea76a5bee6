using System.Diagnostics;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Runs a course to its end: reports, checkpoints, and what it leaves in the model's folder.</summary>
sealed class CourseRun(Course course, CourseKey key, ModelFolder folder, IProgress<TrainingProgress>? progress)
{
    const int Reports = 50, Measurements = 10;
    static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromSeconds(30);

    readonly MetricsLog log = new(folder.Metrics);
    readonly Stopwatch watch = new();
    double lossSum, secondsBefore;
    int lossCount;
    Checkpoint saved;

    /// <summary>Goes on where the last run was interrupted; the weights are those of a run that was not.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop; a checkpoint is written.</exception>
    public CourseRecord Run(CancellationToken cancellation)
    {
        saved = Checkpoint.Load(folder.Checkpoint(course.Name), key.Text, course);
        (lossSum, lossCount, secondsBefore) = (saved.LossSum, saved.LossCount, saved.Seconds);
        log.Rewind(course.Name, saved.Step);
        watch.Start();
        TimeSpan lastCheckpoint = TimeSpan.Zero;
        for (int step = saved.Step; step < course.Size.Steps; step++)
        {
            bool stops = cancellation.IsCancellationRequested;
            if (stops || watch.Elapsed - lastCheckpoint > BetweenCheckpoints) Save(step);
            if (stops) throw new OperationCanceledException(cancellation);
            if (watch.Elapsed - lastCheckpoint > BetweenCheckpoints) lastCheckpoint = watch.Elapsed;
            Step(step);
        }

        return Finish();
    }

    void Step(int step)
    {
        float loss = course.Step(step);
        if (!float.IsFinite(loss))
            throw new SpikeDataException("SPIKE514", $"The loss of '{course.Name}' is {loss} at step {step}: training has diverged. Lower its learning-rate.");
        lossSum += loss;
        lossCount++;
        int made = step + 1, steps = course.Size.Steps;
        if (Falls(made, steps, Reports)) Report(made, Falls(made, steps, Measurements) ? course.Measure() : null);
    }

    /// <summary>Whether one of so many evenly spread moments falls on a step; the last step is always one.</summary>
    static bool Falls(int made, int steps, int moments) => (long)made * moments / steps != (long)(made - 1) * moments / steps;

    void Report(int made, double? psnr)
    {
        double speed = (made - saved.Step) / watch.Elapsed.TotalSeconds, rate = course.RateAt(made - 1), samples = speed * course.Size.Batch;
        TimeSpan remaining = TimeSpan.FromSeconds((course.Size.Steps - made) / speed);
        log.Add(new(course.Name, made, course.Size.Steps, lossSum / lossCount, psnr, rate, Math.Round(samples, 2), Math.Round(Seconds, 1)));
        progress?.Report(new(course.Name, made, course.Size.Steps, lossSum / lossCount, psnr, rate, samples, remaining));
        (lossSum, lossCount) = (0, 0);
    }

    void Save(int step) => new Checkpoint(step, lossSum, lossCount, Seconds).Save(folder.Checkpoint(course.Name), key.Text, course);

    double Seconds => secondsBefore + watch.Elapsed.TotalSeconds;

    CourseRecord Finish()
    {
        ParameterSet parameters = course.Network.Parameters;
        CourseRecord record = new(
            key.Text, course.Name, parameters.TrainedNumbers, course.Size.Steps, course.Measure(), Math.Round(Seconds, 1), course.Network.Device.Name)
        {
            Parts = key.Parts,
        };
        WeightFile.Write(folder.Weights(course.Name), Weights.Of(parameters));
        LossChart.Draw(log.Read().Where(line => line.Course == course.Name), folder.Curves(course.Name));
        AtomicFile.Write(folder.Record(course.Name), Json.Write(record));
        File.Delete(folder.Checkpoint(course.Name));
        return record;
    }
}

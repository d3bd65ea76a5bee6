using System.Diagnostics;
using System.Globalization;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Trains the networks of a model, and leaves those alone that are up to date; nobody else does so at the same time.</summary>
sealed class Trainer : IDisposable
{
    const int Reports = 50, Measurements = 10;
    static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromSeconds(30);

    readonly ModelWork work;
    readonly ModelFolder folder;
    readonly MetricsLog log;
    readonly Lease held;

    public Trainer(ModelWork work)
    {
        (this.work, folder) = (work, new(work.Directory));
        log = new(folder.Metrics);
        Directory.CreateDirectory(folder.Path);
        held = Lease.Take(folder.Lock, () => work.Say("Waiting for another process that trains this model."), work.Workspace.Cancellation);
    }

    /// <summary>Gives a network its finished weights, after training where they are out of date.</summary>
    /// <param name="key">Everything they depend on.</param>
    /// <param name="begin">Begins to train it.</param>
    /// <exception cref="SpikeDataException">SPIKE514: training has diverged.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the same call goes on from there, to the same weights.</exception>
    public void Train(string name, TrainingKey key, Network network, Func<TrainingRun> begin)
    {
        if (IsFinished(name, key.Text))
        {
            WeightFile.Read(folder.Weights(name)).CopyTo(network.Parameters);
            work.Say($"{work.Name}: {name} is up to date");
            return;
        }

        using TrainingRun run = begin();
        TrainingRecord record = Finish(run, key, Run(run, key.Text));
        string quality = record.Psnr is { } psnr ? string.Create(CultureInfo.InvariantCulture, $"{psnr:0.00} dB")
            : "not measured: the data have no sharp images";
        work.Say(string.Create(CultureInfo.InvariantCulture, $"{work.Name}: {name} made {record.Steps} steps in {record.Seconds:0} s, {quality}"));
    }

    public void Dispose() => held.Dispose();

    bool IsFinished(string name, string key) =>
        Json.Read<TrainingRecord>(folder.Record(name), _ => null).Value is { } known && known.Key == key && File.Exists(folder.Weights(name));

    /// <summary>Makes all steps that are left.</summary>
    /// <returns>The seconds so far, those of earlier runs included.</returns>
    Func<double> Run(TrainingRun run, string key)
    {
        Checkpoint start = Checkpoint.Load(folder.Checkpoint(run.Name), key, run), now = start;
        log.Rewind(run.Name, start.Step);
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan saved = TimeSpan.Zero;
        while (now.Step < run.Length.Steps)
        {
            bool stops = work.Workspace.Cancellation.IsCancellationRequested;
            if (stops || watch.Elapsed - saved > BetweenCheckpoints)
            {
                (now with { Seconds = Seconds() }).Save(folder.Checkpoint(run.Name), key, run);
                saved = watch.Elapsed;
            }

            if (stops) throw new OperationCanceledException(work.Workspace.Cancellation);
            now = now.After(run);
            if (!Falls(now.Step, run.Length.Steps, Reports)) continue;
            Report(run, now with { Seconds = Seconds() }, (now.Step - start.Step) / watch.Elapsed.TotalSeconds);
            now = now with { LossSum = 0, LossCount = 0 };
        }

        return Seconds;

        double Seconds() => start.Seconds + watch.Elapsed.TotalSeconds;
    }

    /// <summary>Whether one of so many evenly spread moments falls on a step; the last step is always one.</summary>
    static bool Falls(int made, int steps, int moments) => (long)made * moments / steps != (long)(made - 1) * moments / steps;

    void Report(TrainingRun run, Checkpoint now, double stepsPerSecond)
    {
        int made = now.Step, steps = run.Length.Steps;
        double? psnr = Falls(made, steps, Measurements) ? run.Measure() : null;
        double loss = now.LossSum / now.LossCount, rate = run.RateAt(made - 1), samples = stepsPerSecond * run.Length.Batch;
        log.Add(new(run.Name, made, steps, loss, psnr, rate, Math.Round(samples, 2), Math.Round(now.Seconds, 1)));
        work.Progress?.Report(new(run.Name, made, steps, loss, psnr, rate, samples, TimeSpan.FromSeconds((steps - made) / stepsPerSecond)));
    }

    TrainingRecord Finish(TrainingRun run, TrainingKey key, Func<double> seconds)
    {
        ParameterSet parameters = run.Network.Parameters;
        TrainingRecord record = new(key.Text, run.Name, parameters.TrainedNumbers, run.Length.Steps, run.Measure(), Math.Round(seconds(), 1),
            run.Network.Device.Name) { Parts = key.Parts };
        WeightFile.Write(folder.Weights(run.Name), Weights.Of(parameters));
        LossChart.Draw(log.Read().Where(line => line.Course == run.Name), folder.Curves(run.Name));
        AtomicFile.Write(folder.Record(run.Name), Json.Write(record));
        Disk.DeleteFile(folder.Checkpoint(run.Name));
        return record;
    }
}

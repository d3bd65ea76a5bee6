using System.Globalization;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>How a network that makes frames between frames learns from footage.</summary>
/// <param name="Footage">What is learned from.</param>
/// <param name="HeldOut">What is measured with; null for parts of the footage.</param>
/// <param name="Rule">What a window is.</param>
/// <param name="Augmentations">How windows are varied.</param>
/// <param name="Batch">How many windows are shown at once.</param>
/// <param name="Seed">What chance depends on.</param>
sealed record FrameTraining(
    IReadOnlyList<IFootage> Footage, IReadOnlyList<IFootage>? HeldOut, WindowRule Rule, Augmentations Augmentations, int Batch, long Seed)
{
    /// <summary>Trains a network, unless it is up to date.</summary>
    /// <param name="model">What the recipe says of it.</param>
    /// <param name="begin">Begins the run, given what it shows and what it is measured with.</param>
    /// <exception cref="SpikeDataException">
    /// SPIKE401: footage is absent. SPIKE514, 518: it cannot be learned from. SPIKE519: the network cannot take such windows.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the same call goes on from there, to the same weights.</exception>
    public void Train<TNetwork>(string name, IModel model, ModelWork work, TNetwork network, Func<FrameBatches, FrameMeter, TrainingRun> begin)
        where TNetwork : Network, IVideoNetwork
    {
        Check(network.SideMultiple);
        Workspace workspace = work.Workspace;
        using Trainer trainer = new(work);
        (IFootage Item, IReadOnlyList<ClipSource> Found)[] learned = [.. Footage.Select(item => (item, item.Find(workspace)))];
        (IFootage Item, IReadOnlyList<ClipSource> Found)[] heldOut = [.. (HeldOut ?? []).Select(item => (item, item.Find(workspace)))];
        trainer.Train(name, KeyOf(model, work, learned.Concat(heldOut).Select(part => part.Found)), network, Begin);

        TrainingRun Begin()
        {
            Footage[] footage = [.. learned.Select(Open)], measured = [.. heldOut.Select(Open)];
            if (heldOut.Length == 0)
            {
                (Footage Learned, Footage HeldOut)[] divided = [.. footage.Select(part => part.Divide())];
                (footage, measured) = ([.. divided.Select(part => part.Learned)], [.. divided.Select(part => part.HeldOut)]);
            }

            FrameBatches batches = new(footage, Augmentations, Rule.Side, Batch, Seed);
            FrameMeter meter = new(workspace.Device, measured);
            if (meter.Count == 0) throw FootageErrors.NothingHeldOut();
            work.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{work.Name}: {batches.PerEpoch} windows an epoch; {meter.Count} frames held out, "
                + $"of which the mean of their neighbors reaches {meter.MeasureMean():0.00} dB"));
            return begin(batches, meter);
        }

        Footage Open((IFootage Item, IReadOnlyList<ClipSource> Found) part) => part.Item.Open(part.Found, workspace, Rule);
    }

    /// <summary>Looks at the network; its footage is read where nobody has done so before.</summary>
    public ModelStatus Status(string name, IModel model, ModelWork work)
    {
        ModelLook look = new(work);
        return look.Model(
            () => [look.IsBegun(name) ? look.Of(name, KeyOf(model, work, [.. Footage.Concat(HeldOut ?? []).Select(item => item.Find(work.Workspace))])) : look.Of(name, null)],
            [name]);
    }

    static TrainingKey KeyOf(IModel model, ModelWork work, IEnumerable<IReadOnlyList<ClipSource>> sources)
    {
        SourceDigests digests = SourceDigests.Of(work.Workspace);
        (string Part, string Title, SourceFile[] Files)[] clips =
        [
            .. sources.SelectMany((found, part) => found.Select(clip =>
                (part.ToString(CultureInfo.InvariantCulture), clip.Title, digests.Of(clip, cancellation: work.Workspace.Cancellation)))),
        ];
        return TrainingKey.Of(
            "model", StageForm.NameOf(model), model, work,
            clips.SelectMany(clip => clip.Files.Select(file => new KeyPart(clip.Part, file.Digest))),
            clips.Select(clip => new KeyPart($"{Planner.SourcePrefix}{clip.Title}", Digest.OfText(string.Concat(clip.Files.Select(file => file.Digest))))));
    }

    void Check(int sideMultiple)
    {
        if (Rule.Side % sideMultiple != 0)
            throw new SpikeDataException("SPIKE519",
                $"'crop' is {Rule.Side}; the network takes multiples of {sideMultiple}, "
                + $"such as {Math.Max(Rule.Side / sideMultiple, 1) * sideMultiple}.");
        if (Rule.Span.First < 2 || Rule.Span.Last < Rule.Shortest)
        {
            throw new SpikeDataException("SPIKE519",
                $"'span' is {Rule.Span}; a frame must lie between the first and the second{(Rule.MiddleOnly ? ", in the middle" : "")}: "
                + "2..2 is the shortest.");
        }
    }
}

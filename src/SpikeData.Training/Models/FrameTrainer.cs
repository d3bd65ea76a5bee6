using System.Globalization;
using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Trains a network that makes frames between frames, unless it is up to date.</summary>
sealed class FrameTrainer(IModel model, ModelWork work)
{
    const int Version = 1;

    /// <param name="begin">Begins the course, given its lessons and what it is measured with.</param>
    /// <exception cref="SpikeDataException">SPIKE401: footage is absent. SPIKE514, 518: it cannot be learned from.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the same call goes on from there, to the same weights.</exception>
    public void Train(string name, Network network, FrameModel plan, Func<Lessons, FrameMeter, Course> begin, int batch, long seed)
    {
        Workspace workspace = work.Workspace;
        using CourseKeeper keeper = new(work);
        (IFootage Item, IReadOnlyList<ClipSource> Found)[] learned = [.. plan.Footage.Select(item => (item, item.Find(workspace)))];
        (IFootage Item, IReadOnlyList<ClipSource> Found)[] heldOut = [.. (plan.HeldOut ?? []).Select(item => (item, item.Find(workspace)))];
        keeper.Keep(name, KeyOf([.. learned.Concat(heldOut).Select(part => part.Found)]), network, Begin);

        Course Begin()
        {
            Footage[] footage = [.. learned.Select(Open)], measured = [.. heldOut.Select(Open)];
            if (heldOut.Length == 0)
            {
                (Footage Learned, Footage HeldOut)[] divided = [.. footage.Select(part => part.Divide())];
                (footage, measured) = ([.. divided.Select(part => part.Learned)], [.. divided.Select(part => part.HeldOut)]);
            }

            Lessons lessons = new(footage, plan.Variations, plan.Rule.Side, batch, seed);
            FrameMeter meter = new(workspace.Device, measured);
            if (meter.Count == 0) throw FootageErrors.NothingHeldOut();
            work.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{work.Name}: {lessons.PerEpoch} windows an epoch; {meter.Count} frames held out, of which the mean of their neighbors reaches {meter.MeasureMean():0.00} dB"));
            return begin(lessons, meter);
        }

        Footage Open((IFootage Item, IReadOnlyList<ClipSource> Found) part) => part.Item.Open(part.Found, workspace, plan.Rule);
    }

    /// <summary>Looks at the network; its footage is read where nobody has done so before.</summary>
    public ModelStatus Status(string name, FrameModel plan)
    {
        CourseLook look = new(work);
        return look.Model(
            () => [look.IsBegun(name) ? look.Of(name, KeyOf([.. plan.Footage.Concat(plan.HeldOut ?? []).Select(item => item.Find(work.Workspace))])) : look.Of(name, null)],
            [name]);
    }

    CourseKey KeyOf(IEnumerable<IReadOnlyList<ClipSource>> sources)
    {
        SourceDigests digests = SourceDigests.Of(work.Workspace);
        JsonObject form = StageForm.InKey(model, file => Digest.OfFile(work.Workspace.Resolve(file)));
        (string Part, string Title, SourceFile[] Files)[] clips =
        [
            .. sources.SelectMany((found, part) => found.Select(clip =>
                (part.ToString(CultureInfo.InvariantCulture), clip.Title, digests.Of(clip, cancellation: work.Workspace.Cancellation)))),
        ];
        ContentKey key = ContentKey.Of(
        [
            new("version", Version.ToString(CultureInfo.InvariantCulture)),
            new("model", form.ToJsonString()),
            .. clips.SelectMany(clip => clip.Files.Select(file => new KeyPart(clip.Part, file.Digest))),
        ]);
        IEnumerable<KeyPart> films = clips.Select(clip => new KeyPart($"{Planner.SourcePrefix}{clip.Title}", Digest.OfText(string.Concat(clip.Files.Select(file => file.Digest)))));
        return new(key.Text, [.. CourseKey.Parameters(StageForm.NameOf(model), form), .. films]);
    }
}

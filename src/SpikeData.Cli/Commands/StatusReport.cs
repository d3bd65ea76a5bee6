using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>What there is of data sets and models, for programs.</summary>
static class StatusReport
{
    internal static object Of(DatasetStatus status, Pipeline pipeline) => new
    {
        name = status.Name,
        description = pipeline.Description,
        state = status.Condition,
        folder = status.Directory,
        samples = status.Samples,
        bytes = status.Bytes,
        clips = status.Clips,
        finishedClips = status.FinishedClips,
        builder = status.Builder,
        changes = status.Changes.Select(Of),
        problems = status.Problems,
    };

    internal static object Of(ModelStatus status) => new
    {
        name = status.Name,
        folder = status.Directory,
        bytes = status.Bytes,
        trainer = status.Trainer,
        networks = status.Networks.Select(network => new
        {
            name = network.Name,
            state = network.Condition,
            step = network.Step,
            steps = network.Steps,
            psnr = network.Psnr,
            changes = network.Changes.Select(Of),
        }),
        problems = status.Problems,
    };

    internal static object Of(KeyChange change) =>
        new { clip = change.Clip, part = change.Part, before = change.Before, now = change.Now, sentence = change.Sentence };
}

using SpikeData.Pipelines;

namespace SpikeData.Benchmarks;

/// <summary>The paper's recipe over frames that are taken as they are.</summary>
sealed class PaperPipeline : Pipeline
{
    readonly Decode decode = new(SourcePattern.Parse("{clip}/*.png"), FramesPerSecond: 240);
    readonly Expose expose = new();
    readonly SynthesizeBlur blur = new();
    readonly SimulateSpikes spikes = new();
    readonly ExtractSharp sharp = new(7);
    readonly Write write = new();

    public override string Name => "paper";

    public override RecipeMark Mark => new("benchmark", 1, 1);

    public override IClipSource Source => decode;

    public override IReadOnlyList<object> Stages => [decode, expose, blur, spikes, sharp, write];

    protected override Samples Record(Clip clip)
    {
        Exposures exposures = expose.Apply(clip);
        return write.Apply([blur.Apply(exposures), spikes.Apply(exposures), sharp.Apply(exposures)]);
    }
}

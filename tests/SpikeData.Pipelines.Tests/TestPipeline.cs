namespace SpikeData.Pipelines.Tests;

/// <summary>A recipe put together in a test.</summary>
sealed class TestPipeline(string name, IClipSource source, params object[] stages) : Pipeline
{
    public override string Name => name;

    public override string Description => About;

    public string About { get; init; } = "";

    public override RecipeMark Mark => new("datasets.yaml", 2, 3);

    public override IClipSource Source => source;

    public override IReadOnlyList<object> Stages => [source, .. stages];

    protected internal override IReadOnlyList<IReadOnlyList<int>> Inputs =>
    [
        .. Stages.Select<object, IReadOnlyList<int>>((stage, place) => stage switch
        {
            IClipSource => [],
            IStage<IReadOnlyList<IProduct>, Samples> => [.. Before(place, earlier => Gives(earlier, typeof(IProduct)))],
            IStage<SpikeStreams, IProduct> => [Before(place, earlier => earlier is SimulateSpikes).Last()],
            IStage<Exposures, IProduct> => [Before(place, earlier => earlier is IStage<Clip, Exposures>).Last()],
            _ => [Before(place, earlier => earlier is IClipSource or IStage<Clip, Clip>).Last()],
        }),
    ];

    protected internal override RecipeMark MarkOf(object stage) => new("datasets.yaml", 3 + Stages.Index().First(each => ReferenceEquals(each.Item, stage)).Index, 7);

    /// <summary>The paper's recipe over frames that already hold the ones between.</summary>
    public static TestPipeline Paper(string from, int factor = 8, SimulateSpikes? spikes = null, int sharp = 1, string name = "paper") => new(
        name,
        new Decode(SourcePattern.Parse(from)),
        new Interpolate(new NoInterpolation(), factor),
        new Expose(),
        new SynthesizeBlur(),
        spikes ?? new SimulateSpikes(Noise: new NoNoise()),
        new ExtractSharp(sharp),
        new Write());

    IEnumerable<int> Before(int place, Func<object, bool> gives) => Enumerable.Range(0, place).Where(earlier => gives(Stages[earlier]));

    static bool Gives(object stage, Type output) => stage.GetType().GetInterfaces()
        .Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IStage<,>) && contract.GetGenericArguments()[1].IsAssignableTo(output));

    /// <summary>Each stage takes the nearest earlier output of its input type.</summary>
    protected internal override Samples Record(Clip clip)
    {
        Exposures? exposures = null;
        var products = new List<IProduct>();
        foreach (object stage in stages)
        {
            switch (stage)
            {
                case IStage<Clip, Clip> change: clip = change.Apply(clip); break;
                case IStage<Clip, Exposures> cut: exposures = cut.Apply(clip); break;
                case IStage<Exposures, IProduct> product: products.Add(product.Apply(exposures!)); break;
                case IStage<SpikeStreams, IProduct> product: products.Add(product.Apply(products.OfType<SpikeStreams>().Last())); break;
                case IStage<IReadOnlyList<IProduct>, Samples> write: return write.Apply(products);
                default: throw new ArgumentException($"{stage} is no stage.");
            }
        }

        throw new ArgumentException("The recipe does not write.");
    }
}

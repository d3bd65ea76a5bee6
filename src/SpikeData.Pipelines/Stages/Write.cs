namespace SpikeData.Pipelines;

/// <summary>Writes every product of the exposures to the data set.</summary>
/// <param name="Layout">How files are named and sorted into folders; s-sdm unless given.</param>
/// <param name="Sidecars">Whether a .dat.yaml beside each .dat says its size, rate and seed.</param>
[Stage("write")]
public sealed record Write(ILayout? Layout = null, bool Sidecars = false) : IStage<IReadOnlyList<IProduct>, Samples>
{
    public ILayout Layout { get; } = Layout ?? new SsdmLayout();

    public Samples Apply(IReadOnlyList<IProduct> input)
    {
        if (input.Count == 0) throw Errors.NoProducts(this);
        if (input.CountBy(product => product.Kind).FirstOrDefault(kind => kind.Value > 1) is { Key: { } twice }) throw Errors.SameKind(twice, this);
        return new(input, Layout) { Sidecars = Sidecars };
    }
}

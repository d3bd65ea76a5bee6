namespace SpikeData.Pipelines;

/// <summary>Foresees what a build will make of the clips that the store does not have.</summary>
sealed class Outlook(Pipeline pipeline, Workspace workspace, ClipStore store)
{
    public IReadOnlyList<ProductWork> Of(IEnumerable<ClipPlan> plans) => [.. plans.Where(plan => !store.Has(plan.Key)).SelectMany(Of)];

    IEnumerable<ProductWork> Of(ClipPlan plan)
    {
        ProductWork[] work = [.. ProductPlans.Of(pipeline, plan.Parts).Select(product => new ProductWork(product.Stage, OriginOf(product)))];
        // Where frames pass, nobody looks for their light.
        if (work.All(product => product.Origin != ProductOrigin.Frames)) return work;
        return work.Select(product => product.Origin == ProductOrigin.KeptLight ? product with { Origin = ProductOrigin.Frames } : product);
    }

    ProductOrigin OriginOf(ProductPlan product)
    {
        if (ProductReuse.Find(store, product.Key, workspace) is not null) return ProductOrigin.TakenOver;
        return product.Light is { } light && store.Has(light.Key) ? ProductOrigin.KeptLight : ProductOrigin.Frames;
    }
}

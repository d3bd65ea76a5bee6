using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>The passes over a clip that missing products need: over its light where the store has it, else over its frames, whose light is kept meanwhile.</summary>
/// <param name="clip">The clip as it was opened.</param>
/// <param name="samples">All products.</param>
/// <param name="plans">What the products depend on, by their kinds; empty where that is not known.</param>
/// <param name="recording">Takes the files.</param>
/// <param name="kept">The light that the store keeps.</param>
/// <param name="cancellation">Ends the waiting for memory.</param>
sealed class ClipPasses(
    Clip clip, Samples samples, IReadOnlyDictionary<string, ProductPlan> plans, ClipRecording recording, KeptLight kept, CancellationToken cancellation)
    : IDisposable
{
    readonly List<LightRecording> recorded = [];

    /// <summary>What the light that was read says of the clip.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> KnownFacts { get; private set; } = [];

    /// <summary>Records products.</summary>
    /// <param name="missing">The products.</param>
    /// <param name="light">Where to look for light; null to go by frames.</param>
    /// <returns>The kinds of those that light gave.</returns>
    /// <exception cref="DamagedLightException">Light is not what was written; what was made from it must not be used.</exception>
    public IEnumerable<string> Run(IEnumerable<IProduct> missing, KeptLight? light)
    {
        List<string> fromLight = [];
        foreach (IGrouping<Clip, IProduct> pass in missing.GroupBy(product => product.Exposures.Clip))
        {
            if (light is not null && TryFromLight(pass.Key, [.. pass], light)) fromLight.AddRange(pass.Select(product => product.Kind));
            else FromFrames(pass.Key, pass);
        }

        return fromLight;
    }

    /// <summary>Puts the light into the store that passed, now that the clip is there.</summary>
    public void KeepLight(JsonObject facts, Workspace workspace)
    {
        foreach (LightRecording light in recorded) kept.Keep(light, facts, workspace);
    }

    public void Dispose()
    {
        foreach (LightRecording light in recorded) light.Dispose();
    }

    bool TryFromLight(Clip frames, IProduct[] products, KeptLight light)
    {
        IGrouping<LightPlan?, IProduct>[] seen = [.. products.GroupBy(LightOf)];
        if (seen.Any(seers => seers.Key is null)) return false;
        List<OpenLight> open = [];
        try
        {
            foreach (IGrouping<LightPlan?, IProduct> one in seen)
            {
                SpikeStreams streams = ((ILightProduct)one.First()).Streams;
                if (light.TryOpen(one.Key!, streams.Height * streams.Width) is not { } found) return false;
                open.Add(found);
            }

            foreach ((OpenLight one, IGrouping<LightPlan?, IProduct> seers) in open.Zip(seen))
            {
                Read(frames, seers, one);
                KnownFacts = KnownFacts.Concat(one.Facts);
            }

            return true;
        }
        finally
        {
            foreach (OpenLight one in open) one.Dispose();
        }
    }

    void Read(Clip frames, IGrouping<LightPlan?, IProduct> seers, OpenLight light)
    {
        try
        {
            recording.FromLight(frames, seers.Cast<ILightProduct>(), light.Reader);
            light.RequireWhole();
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            throw new DamagedLightException(seers.Key!, damage);
        }
    }

    void FromFrames(Clip frames, IEnumerable<IProduct> products)
    {
        LightRecording[] lights = [.. Lights(frames)];
        using IDisposable memory = MemoryBudget.Usual.Take(clip, cancellation);
        recording.FromFrames(frames, products, lights);
    }

    IEnumerable<LightRecording> Lights(Clip frames)
    {
        foreach (IGrouping<LightPlan?, IProduct> seen in samples.Products.Where(product => product.Exposures.Clip == frames).GroupBy(LightOf))
        {
            if (seen.Key is null || kept.Begin(seen.Key, ((ILightProduct)seen.First()).Streams) is not { } light) continue;
            recorded.Add(light);
            yield return light;
        }
    }

    LightPlan? LightOf(IProduct product) => product is ILightProduct && plans.TryGetValue(product.Kind, out ProductPlan? plan) ? plan.Light : null;
}

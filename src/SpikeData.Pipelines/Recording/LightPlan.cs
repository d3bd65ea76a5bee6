namespace SpikeData.Pipelines;

/// <summary>The light that the frames of a clip throw on the pixels of a spike camera, and what it depends on.</summary>
/// <param name="Key">Its key in the store.</param>
/// <param name="Parts">What the key is made of.</param>
sealed record LightPlan(ContentKey Key, IReadOnlyList<KeyPart> Parts)
{
    // Lists are equal when they are the same list, keys when they say the same.
    public bool Equals(LightPlan? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode();
}

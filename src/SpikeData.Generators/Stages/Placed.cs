namespace SpikeData.Generators;

/// <summary>Something with the place of its declaration, null when that is another assembly.</summary>
sealed record Placed<T>(T Item, Place? Place)
    where T : IEquatable<T>;

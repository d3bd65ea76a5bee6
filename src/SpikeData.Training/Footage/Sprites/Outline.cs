using System.Numerics;

namespace SpikeData.Training;

/// <summary>The shape of a sprite in a unit square: an ellipse, or what some straight cuts leave.</summary>
sealed class Outline
{
    static readonly Vector2 Middle = new(0.5f);

    readonly (Vector2 Normal, float Distance)[] cuts;

    Outline((Vector2 Normal, float Distance)[] cuts) => this.cuts = cuts;

    public static Outline Draw(Rng rng)
    {
        if (rng.Below(3) == 0) return new([]);
        (Vector2, float)[] cuts = new (Vector2, float)[3 + rng.Below(5)];
        for (int i = 0; i < cuts.Length; i++)
        {
            Vector2 direction = new(rng.Between(-1, 1), rng.Between(-1, 1));
            cuts[i] = (direction / MathF.Max(direction.Length(), 1e-3f), rng.Between(0.1f, 0.5f));
        }

        return new(cuts);
    }

    /// <summary>How far a place lies inside, as a part of the square's side; negative outside.</summary>
    public float Depth(Vector2 place)
    {
        Vector2 from = place - Middle;
        if (cuts.Length == 0) return 0.5f - from.Length();
        Vector2 inner = Middle - Vector2.Abs(from);
        float depth = MathF.Min(inner.X, inner.Y);
        foreach ((Vector2 normal, float distance) in cuts) depth = MathF.Min(depth, distance - Vector2.Dot(normal, from));
        return depth;
    }
}

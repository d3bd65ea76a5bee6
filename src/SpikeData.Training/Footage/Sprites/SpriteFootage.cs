namespace SpikeData.Training;

/// <summary>Windows of sprites that move before a background.</summary>
sealed class SpriteFootage(IReadOnlyList<Photo> photos, MovingSprites plan, WindowRule rule) : Footage
{
    const int Measured = 64, LongestSpan = 8;

    public override int Windows => plan.Windows;

    public override int Triplets => Measured;

    public override void Cut(long turn, Rng rng, Triplet target)
    {
        int second = rule.MiddleOnly ? 2 : 2 + rng.Below(LongestSpan - 1), truth = 1 + rng.Below(second - 1);
        Paint(rng, (float)truth / second, target);
    }

    public override Triplet Show(int index)
    {
        Triplet shown = new(rule.Side, rule.Side);
        Paint(new(Compute.PhiloxKey.Derive(0, "sprites"), 0, index), 0.5f, shown);
        return shown;
    }

    // What one would measure with is no other than what is learned from.
    public override (Footage Learned, Footage HeldOut) Divide() => (this, new ClipFootage([], rule, windows: null));

    void Paint(Rng rng, float instant, Triplet target)
    {
        SpriteScene scene = new(photos, target.Height, (float)plan.Motion, plan.Most, rng);
        scene.Paint(0, target.Height, target.First);
        scene.Paint(instant, target.Height, target.Truth);
        scene.Paint(1, target.Height, target.Second);
        target.Timestep = instant;
    }
}

using System.Numerics;

namespace SpikeData.Training;

/// <summary>A sprite at an instant.</summary>
readonly struct SpriteView
{
    readonly Sprite sprite;
    readonly Homography back;
    readonly Vector2 least, most;

    public SpriteView(Sprite sprite, ReadOnlySpan<Vector2> corners)
    {
        (this.sprite, back) = (sprite, new(corners));
        (least, most) = (corners[0], corners[0]);
        foreach (Vector2 corner in corners) (least, most) = (Vector2.Min(least, corner), Vector2.Max(most, corner));
    }

    /// <summary>How much of a pixel it covers, and its color there.</summary>
    /// <param name="isEverywhere">Whether it covers places outside of its corners too, as a background does.</param>
    public float Cover(int x, int y, bool isEverywhere, out Vector3 color)
    {
        color = default;
        if (!isEverywhere && (x < least.X - 1 || y < least.Y - 1 || x > most.X + 1 || y > most.Y + 1)) return 0;
        return sprite.Cover(back.Back(x, y), out color);
    }
}

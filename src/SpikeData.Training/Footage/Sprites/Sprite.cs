using System.Numerics;

namespace SpikeData.Training;

/// <summary>A part of a photo that moves as a plane does.</summary>
sealed class Sprite
{
    readonly Photo photo;
    readonly Outline? outline;
    readonly Vector2[] corners = new Vector2[4], moves = new Vector2[4], bends = new Vector2[4];
    readonly Vector2 origin, extent;
    readonly Vector3 gain;
    readonly float side;

    /// <param name="outline">Its shape; null for the background, which is everywhere.</param>
    /// <param name="place">Where its middle begins.</param>
    /// <param name="size">Its width and height.</param>
    /// <param name="move">How far its middle moves from the first frame to the second.</param>
    public Sprite(Photo photo, Outline? outline, Vector2 place, Vector2 size, Vector2 move, Rng rng)
    {
        (this.photo, this.outline, side) = (photo, outline, MathF.Min(size.X, size.Y));
        float turn = rng.Between(-0.12f, 0.12f), zoom = rng.Between(-0.08f, 0.08f), bend = rng.Between(-0.1f, 0.1f);
        Vector2 slant = new(rng.Between(-0.3f, 0.3f), rng.Between(-0.3f, 0.3f));
        for (int i = 0; i < corners.Length; i++)
        {
            Vector2 arm = new Vector2(i is 1 or 2 ? 0.5f : -0.5f, i >= 2 ? 0.5f : -0.5f) * size;
            Vector2 turned = arm + new Vector2(-arm.Y, arm.X) * slant.X + new Vector2(arm.Y, arm.X) * slant.Y * 0.5f;
            corners[i] = place + turned + Jitter(0.05f * side);
            moves[i] = move + new Vector2(-arm.Y, arm.X) * turn + arm * zoom + Jitter(0.02f * side);
            bends[i] = moves[i] * bend;
        }

        float scale = rng.Between(0.5f, 1.1f);
        extent = size * scale * new Vector2(rng.Toss() ? 1 : -1, rng.Toss() ? 1 : -1);
        origin = new(rng.Between(0, photo.Width), rng.Between(0, photo.Height));
        gain = new Vector3(rng.Between(0.85f, 1.15f), rng.Between(0.85f, 1.15f), rng.Between(0.85f, 1.15f)) * rng.Between(0.7f, 1.15f);

        Vector2 Jitter(float most) => new(rng.Between(-most, most), rng.Between(-most, most));
    }

    /// <summary>Where it is at an instant.</summary>
    public SpriteView At(float instant)
    {
        Span<Vector2> now = stackalloc Vector2[4];
        for (int i = 0; i < now.Length; i++) now[i] = corners[i] + instant * moves[i] + instant * (1 - instant) * bends[i];
        return new(this, now);
    }

    /// <summary>How much of it covers a place, and its color there.</summary>
    public float Cover(Vector2 place, out Vector3 color)
    {
        float cover = outline is null ? 1 : Math.Clamp(outline.Depth(place) * side + 0.5f, 0, 1);
        color = default;
        if (cover == 0) return 0;
        (float blue, float green, float red) = photo.At(origin.X + place.X * extent.X, origin.Y + place.Y * extent.Y);
        color = new Vector3(blue, green, red) * gain;
        return cover;
    }
}

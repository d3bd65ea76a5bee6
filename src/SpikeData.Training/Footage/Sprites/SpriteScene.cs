using System.Numerics;

namespace SpikeData.Training;

/// <summary>A background and sprites before it, the nearest one first.</summary>
sealed class SpriteScene
{
    readonly Sprite[] sprites;

    /// <param name="side">The side of the pictures it is painted into.</param>
    /// <param name="motion">How far things move at most, in pixels.</param>
    /// <param name="most">How many sprites there are before the background at most.</param>
    public SpriteScene(IReadOnlyList<Photo> photos, int side, float motion, int most, Rng rng)
    {
        sprites = new Sprite[1 + rng.Below(most + 1)];
        Vector2 camera = Move(0.6f);
        Vector2 whole = new(side + 2 * motion);
        for (int i = 0; i < sprites.Length - 1; i++)
        {
            float length = side * rng.Between(0.1f, 0.9f);
            Vector2 size = new(length, length * rng.Between(0.12f, 1));
            if (rng.Toss()) size = new(size.Y, size.X);
            Vector2 place = new(rng.Between(0, side), rng.Between(0, side));
            Vector2 move = rng.Toss() ? camera * rng.Between(0.5f, 1.5f) : Move(1);
            sprites[i] = new(AnyPhoto(), Outline.Draw(rng), place, size, move, rng);
        }

        sprites[^1] = new(AnyPhoto(), outline: null, new(side / 2f), whole, camera, rng);

        // Small motion is more frequent than large motion.
        Vector2 Move(float part)
        {
            float length = rng.Between(0, 1);
            return new Vector2(rng.Between(-1, 1), rng.Between(-1, 1)) * length * part * motion;
        }

        Photo AnyPhoto() => photos[rng.Below(photos.Count)];
    }

    /// <summary>Paints a square picture of an instant: rows of blue, green, red.</summary>
    public void Paint(float instant, int side, Span<byte> target)
    {
        SpriteView[] views = [.. sprites.Select(sprite => sprite.At(instant))];
        for (int y = 0, i = 0; y < side; y++)
            for (int x = 0; x < side; x++, i += 3)
            {
                Vector3 color = Vector3.Clamp(See(views, x, y) + new Vector3(0.5f), Vector3.Zero, new(255));
                (target[i], target[i + 1], target[i + 2]) = ((byte)color.X, (byte)color.Y, (byte)color.Z);
            }
    }

    static Vector3 See(SpriteView[] views, int x, int y)
    {
        Vector3 sum = Vector3.Zero;
        float open = 1;
        for (int i = 0; i < views.Length && open > 0; i++)
        {
            float cover = views[i].Cover(x, y, isEverywhere: i == views.Length - 1, out Vector3 color);
            sum += open * cover * color;
            open *= 1 - cover;
        }

        return sum;
    }
}

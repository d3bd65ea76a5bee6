namespace SpikeData.Training;

/// <summary>Windows of recorded clips.</summary>
sealed class ClipFootage : Footage
{
    const int Part = 8, Three = 3;

    readonly IReadOnlyList<FrameCache> strips;
    readonly WindowRule rule;
    readonly int? windows;
    readonly (FrameCache Strip, int First)[] places, triplets;

    /// <param name="windows">How many windows an epoch shows; null for each place once.</param>
    public ClipFootage(IReadOnlyList<FrameCache> strips, WindowRule rule, int? windows)
    {
        (this.strips, this.rule, this.windows) = (strips, rule, windows);
        foreach (FrameCache strip in strips)
            if (Math.Min(strip.Size.Height, strip.Size.Width) < rule.Side) throw FootageErrors.TooSmall(strip.Name, strip.Size, rule.Side);
        places = Places(rule.Shortest);
        triplets = Places(Three - 1);
    }

    public override int Windows => windows ?? places.Length;

    public override int Triplets => triplets.Length;

    public override void Cut(long turn, Rng rng, Triplet target)
    {
        (FrameCache strip, int first) = places[(int)(turn % places.Length)];
        (int truth, int second) = rule.Draw(rng, strip.Count - 1 - first);
        int top = rng.Below(strip.Size.Height - target.Height + 1), left = rng.Below(strip.Size.Width - target.Width + 1);
        Copy(strip[first], target.First);
        Copy(strip[first + truth], target.Truth);
        Copy(strip[first + second], target.Second);
        target.Timestep = (float)truth / second;

        void Copy(byte[] frame, byte[] part)
        {
            int row = target.Width * 3;
            for (int y = 0; y < target.Height; y++) frame.AsSpan(((top + y) * strip.Size.Width + left) * 3, row).CopyTo(part.AsSpan(y * row));
        }
    }

    public override Triplet Show(int index)
    {
        (FrameCache strip, int first) = triplets[index];
        Triplet shown = new(strip.Size.Height, strip.Size.Width);
        strip[first].CopyTo(shown.First, 0);
        strip[first + 1].CopyTo(shown.Truth, 0);
        strip[first + 2].CopyTo(shown.Second, 0);
        return shown;
    }

    public override (Footage Learned, Footage HeldOut) Divide()
    {
        List<FrameCache> learned = [], heldOut = [];
        foreach (FrameCache strip in strips)
        {
            int last = Math.Max(strip.Count / Part, Three);
            if (strip.Count - last <= rule.Shortest) last = 0;
            learned.Add(strip.Part(0, strip.Count - last));
            if (last > 0) heldOut.Add(strip.Part(strip.Count - last, last));
        }

        return (new ClipFootage(learned, rule, windows), new ClipFootage(heldOut, rule, windows));
    }

    (FrameCache Strip, int First)[] Places(int behind) =>
        [.. strips.SelectMany(strip => Enumerable.Range(0, Math.Max(strip.Count - behind, 0)).Select(first => (strip, first)))];
}

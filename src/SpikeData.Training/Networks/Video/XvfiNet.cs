using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>XVFI-Net: frames at any instant between two frames with large motion, found from coarse to fine.</summary>
/// <remarks>
/// Sim, Oh and Kim, "XVFI: eXtreme Video Frame Interpolation", 2021. Frames are numbers from -1 to 1. Flows between the frames are found
/// from level to level with the same weights; then they are reversed to the instant, refined, and used to warp and to blend.
/// </remarks>
public sealed class XvfiNet : Network, IVideoNetwork
{
    readonly FrameFeatures features;
    readonly FlowHead coarsest, finer, refinement;
    readonly ConvolutionLayer compare;
    readonly BlendingNet blending;
    readonly int width;

    /// <param name="width">Channels of the features.</param>
    /// <param name="moduleScale">How many times smaller than the frames the finest flows are: 2 or 4.</param>
    /// <param name="levels">How many coarser levels flows are found on first; see <see cref="Levels"/>.</param>
    public XvfiNet(Device device, long seed, int width = 64, int moduleScale = 4, int levels = 3)
        : base(device, seed)
    {
        (ModuleScale, Levels, this.width) = (moduleScale, levels, width);
        coarsest = new(Parameters, "vfinet.conv_flow_bottom", 2 * width, width, 6);
        compare = new(Parameters, "vfinet.conv_flow1", 2 * width, width, 3, padding: Padding.All(1));
        finer = new(Parameters, "vfinet.conv_flow2", 2 * width + 4, width, 6);
        refinement = new(Parameters, "vfinet.conv_flow3", 4 * width + 4, width, 4, narrows: true);
        blending = new(Parameters, "vfinet.refine_unet", 4 * width / (moduleScale * moduleScale) + 16, width);
        features = new(Parameters, width, moduleScale);
    }

    /// <summary>How many times smaller than the frames the finest flows are.</summary>
    public int ModuleScale { get; }

    /// <summary>How many coarser levels flows are found on first: each doubles the motion that can be followed. Weights fit any number.</summary>
    public int Levels { get; }

    public int SideMultiple => 4 * ModuleScale << Levels;

    // Measured with widths of 16 and 64: the last layers of the blending net, at full resolution, take most.
    public int BytesPerPixel => 32 * width + 380;

    // A pixel of the coarsest flows sees eight pixels of its level in each direction.
    public int Reach => 8 * ModuleScale << Levels;

    /// <summary>The network of the size its weights have.</summary>
    /// <param name="levels">How many coarser levels flows are found on first.</param>
    /// <exception cref="SpikeDataException">SPIKE502, SPIKE560: the weights belong to another network.</exception>
    public static XvfiNet Of(Device device, Weights weights, int levels = 3)
    {
        weights = XvfiNames.WithoutAliases(weights);
        int width = weights.Length("channel_converter.0.weight", 0), shuffled = weights.Length("vfinet.refine_unet.enc1.weight", 1) - 16;
        int moduleScale = shuffled > 0 ? (int)Math.Sqrt(4 * width / shuffled) : 0;
        if (moduleScale is not (2 or 4 or 8))
            throw new SpikeDataException("SPIKE560", $"The weights are for features of {width} channels of which {shuffled} are blended, which fits no module scale of 2, 4 or 8.");
        XvfiNet network = new(device, seed: 0, width, moduleScale, levels);
        weights.CopyTo(network.Parameters);
        return network;
    }

    public float Level(byte color) => (color / 255f - 0.5f) * 2;

    public byte Color(float level) => (byte)MathF.Round(Math.Clamp((level + 1) / 2, 0, 1) * 255, MidpointRounding.ToEven);

    public IEnumerable<VideoFrame> Interpolate(Tensor first, Tensor second, IEnumerable<float> instants)
    {
        XvfiPair pair = Compare(first, second);
        Tape tape = first.Tape;
        foreach (float instant in instants)
        {
            int mark = tape.Mark;
            XvfiFrame made = Blend(pair, [instant]);
            yield return new(made.Frame, made.Flows, ModuleScale);
            tape.Release(mark);
        }
    }

    /// <summary>Finds everything about two frames that does not depend on an instant.</summary>
    /// <param name="first">[N, 3, H, W] with sides that are multiples of <see cref="SideMultiple"/>.</param>
    /// <param name="second">The frames after them.</param>
    public XvfiPair Compare(Tensor first, Tensor second)
    {
        Tape tape = first.Tape;
        Tensor[] found = tape.KeepOnly(() =>
        {
            Tensor[] firsts = features.Levels(first, Levels), seconds = features.Levels(second, Levels);
            Tensor motion = Motion(firsts[Levels], seconds[Levels], coarser: null);
            for (int level = Levels - 1; level >= 0; level--) motion = Motion(firsts[level], seconds[level], motion);
            return [firsts[0], seconds[0], motion];
        });
        return new(first, second, found[0], found[1], found[2]);
    }

    /// <summary>Makes the frames of every level, the finest first: what training looks at.</summary>
    /// <param name="first">[N, 3, H, W] with sides that are multiples of <see cref="SideMultiple"/>.</param>
    /// <param name="second">The frames after them.</param>
    /// <param name="instants">One per pair.</param>
    public IReadOnlyList<XvfiFrame> ApplyOnAllLevels(Tensor first, Tensor second, ReadOnlySpan<float> instants)
    {
        Tensor[] firsts = features.Levels(first, Levels), seconds = features.Levels(second, Levels);
        XvfiFrame[] made = new XvfiFrame[Levels + 1];
        Tensor? motion = null;
        for (int level = Levels; level >= 0; level--)
        {
            motion = Motion(firsts[level], seconds[level], motion);
            made[level] = Blend(new(first.ResizeBicubic(1 << level), second.ResizeBicubic(1 << level), firsts[level], seconds[level], motion), instants);
        }

        return made;
    }

    /// <summary>Makes the frames at one instant per pair.</summary>
    public XvfiFrame Blend(XvfiPair pair, ReadOnlySpan<float> instants)
    {
        (Tensor toFirst, Tensor toSecond) = pair.Reverse(instants);
        Tensor change = refinement.Apply(pair.Features0.Concat(
            pair.Features0.WarpInside(toFirst), pair.Features1.WarpInside(toSecond), pair.Features1, toFirst, toSecond));
        (toFirst, toSecond) = (toFirst.Add(change.Slice(0, 2)), toSecond.Add(change.Slice(2, 2)));
        Tensor seen = pair.Features0.Concat(pair.Features1, pair.Features0.WarpInside(toFirst), pair.Features1.WarpInside(toSecond)).PixelShuffle(ModuleScale);
        Tensor largeFirst = toFirst.Scale(ModuleScale).ResizeBilinear(ModuleScale), largeSecond = toSecond.Scale(ModuleScale).ResizeBilinear(ModuleScale);
        Tensor warped0 = pair.Frame0.WarpInside(largeFirst), warped1 = pair.Frame1.WarpInside(largeSecond);
        Tensor found = blending.Apply(seen.Concat(pair.Frame0, pair.Frame1, warped0, warped1, largeFirst, largeSecond));
        Tensor visible = found.Slice(0, 1).Sigmoid();
        return new(OcclusionBlend.Of(warped0, warped1, visible, instants).Add(found.Slice(1, 3)), visible, toFirst.Concat(toSecond));
    }

    /// <summary>Flows both ways and the logits of their importance, six channels, from those one level coarser.</summary>
    Tensor Motion(Tensor first, Tensor second, Tensor? coarser) => first.Tape.KeepOnly(() =>
    {
        if (coarser is null) return [coarsest.Apply(first.Concat(second))];
        Tensor flows = coarser.Slice(0, 4).Detach().ResizeBilinear(2).Scale(2);
        Tensor forth = compare.Apply(first.Concat(second.WarpInside(flows.Slice(0, 2))));
        Tensor back = compare.Apply(second.Concat(first.WarpInside(flows.Slice(2, 2))));
        Tensor found = finer.Apply(forth.Concat(back, flows));
        return [found.Slice(0, 4).Add(flows).Concat(found.Slice(4, 2))];
    })[0];
}

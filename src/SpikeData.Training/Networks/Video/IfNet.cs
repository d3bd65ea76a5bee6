using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>RIFE's IFNet: frames between two frames, by flows from the instant that are found directly and refined at three scales.</summary>
/// <remarks>
/// Huang et al., "Real-Time Intermediate Flow Estimation for Video Frame Interpolation", 2022. Frames are numbers from 0 to 1. The variant
/// that takes an instant (IFNet_m) makes any frame; the other one makes the middle frame, and further ones by halving again and again.
/// </remarks>
public sealed class IfNet : Network, IVideoNetwork
{
    const string Teacher = "block_tea";

    const int FlowChannels = 4, MostHalvings = 8;
    static readonly int[] Scales = [4, 2, 1];

    readonly int contextWidth;
    readonly FlowBlock[] blocks;
    readonly FlowBlock? teacher;
    readonly ContextNet context;
    readonly FusionNet fusion;

    /// <param name="widths">Channels of the three blocks; null for those of the paper, 240, 150 and 90.</param>
    /// <param name="contextWidth">Channels of the first layer of the nets behind the flows.</param>
    /// <param name="takesInstant">Whether it is told the instant.</param>
    /// <param name="hasTeacher">Whether it has the block that sees the true frame in training.</param>
    public IfNet(Device device, long seed, IReadOnlyList<int>? widths = null, int contextWidth = 16, bool takesInstant = true, bool hasTeacher = false)
        : base(device, seed)
    {
        Widths = widths ??= [240, 150, 90];
        (TakesInstant, this.contextWidth) = (takesInstant, contextWidth);
        int frames = takesInstant ? 7 : 6;
        blocks = [.. Scales.Select((_, i) => new FlowBlock(Parameters, $"block{i}", i == 0 ? frames : frames + 11, widths[i]))];
        if (hasTeacher) teacher = new(Parameters, Teacher, frames + 14, widths[^1]);
        context = new(Parameters, "contextnet", contextWidth);
        fusion = new(Parameters, "unet", contextWidth);
    }

    public int SideMultiple => 32;

    // Measured with a context of 4 channels.
    public int BytesPerPixel => 1400 + 60 * contextWidth;

    // The first block sees about so far in each direction.
    public int Reach => 128;

    /// <summary>Channels of the three blocks.</summary>
    public IReadOnlyList<int> Widths { get; }

    /// <summary>Whether it is told the instant, as IFNet_m is.</summary>
    public bool TakesInstant { get; }

    /// <summary>The network of the size its weights have.</summary>
    /// <exception cref="SpikeDataException">SPIKE502, SPIKE560: the weights belong to another network.</exception>
    public static IfNet Of(Device device, Weights weights)
    {
        IfNet network = Like(device, weights, seed: 0, hasTeacher: weights.Contains($"{Teacher}.lastconv.weight"));
        weights.CopyTo(network.Parameters);
        return network;
    }

    /// <summary>The network of the size its weights have, with a teacher: where they lack its weights, as those that data sets are made with do, it is drawn.</summary>
    /// <exception cref="SpikeDataException">SPIKE502, SPIKE560: the weights belong to another network.</exception>
    internal static IfNet ToTrain(Device device, Weights weights, long seed)
    {
        IfNet network = Like(device, weights, seed, hasTeacher: true);
        weights.Or(Weights.Of(network.Parameters), Teacher).CopyTo(network.Parameters);
        return network;
    }

    static IfNet Like(Device device, Weights weights, long seed, bool hasTeacher) => new(
        device,
        seed,
        [.. Enumerable.Range(0, Scales.Length).Select(i => weights.Length($"block{i}.convblock.0.0.weight", 0))],
        weights.Length("contextnet.conv1.conv1.0.weight", 0),
        takesInstant: weights.Length("block0.conv0.0.0.weight", 1) == 7,
        hasTeacher);

    public float Level(byte color) => color / 255f;

    public byte Color(float level) => (byte)MathF.Round(Math.Clamp(level, 0, 1) * 255);

    public IEnumerable<VideoFrame> Interpolate(Tensor first, Tensor second, IEnumerable<float> instants)
    {
        foreach (float instant in instants)
        {
            int mark = first.Tape.Mark;
            yield return TakesInstant ? Seen(Apply(first, second, instant)) : Halve(first, second, instant);
            first.Tape.Release(mark);
        }
    }

    /// <summary>Draws the rectified convolutions of the blocks that find flows so that signals keep their size in them.</summary>
    internal void SteadySignals() => Training.SteadySignals.Begin(Parameters.Where(parameter =>
        parameter.Name.StartsWith("block", StringComparison.Ordinal) && parameter.Dimensions.Length == 4 && !parameter.Name.Contains(".lastconv.", StringComparison.Ordinal)));

    /// <summary>Makes the frame at an instant, or the middle frame if the network is not told instants.</summary>
    /// <param name="first">[N, 3, H, W] with sides that are multiples of <see cref="SideMultiple"/>.</param>
    /// <param name="second">The frames after them.</param>
    /// <param name="instants">One for all pairs, or one for each; the middle unless given.</param>
    public IfNetFrame Apply(Tensor first, Tensor second, params ReadOnlySpan<float> instants)
    {
        Tensor frames = Told(first, second, instants), found = blocks[0].Apply(frames, motion: null, Scales[0]);
        List<Tensor> stages = [found];
        (Tensor warped0, Tensor warped1) = Warp(first, second, found);
        for (int i = 1; i < blocks.Length; i++)
        {
            found = Refine(blocks[i], frames.Concat(warped0, warped1, found.Slice(FlowChannels, 1)), found, Scales[i]);
            stages.Add(found);
            (warped0, warped1) = Warp(first, second, found);
        }

        Tensor change = fusion.Apply(
            first.Concat(second, warped0, warped1, found.Slice(FlowChannels, 1), found.Slice(0, FlowChannels)),
            context.Apply(first, found.Slice(0, 2)),
            context.Apply(second, found.Slice(2, 2)));
        return new(Mix(warped0, warped1, found).Add(change.Scale(2, -1)).Clamp(0, 1), stages);
    }

    /// <summary>What the teacher makes of the flows of the last block after it has seen the true frame: [N, 5, H, W].</summary>
    /// <exception cref="InvalidOperationException">The network has no teacher.</exception>
    internal Tensor Teach(Tensor first, Tensor second, Tensor truth, Tensor motion, params ReadOnlySpan<float> instants)
    {
        if (teacher is null) throw new InvalidOperationException("The network was made without a teacher.");
        (Tensor warped0, Tensor warped1) = Warp(first, second, motion);
        return Refine(teacher, Told(first, second, instants).Concat(warped0, warped1, motion.Slice(FlowChannels, 1), truth), motion, 1);
    }

    /// <summary>Both frames, warped to the instant and mixed.</summary>
    internal static Tensor Merge(Tensor first, Tensor second, Tensor motion)
    {
        (Tensor warped0, Tensor warped1) = Warp(first, second, motion);
        return Mix(warped0, warped1, motion);
    }

    static Tensor Refine(FlowBlock block, Tensor seen, Tensor motion, int scale) => motion.Add(block.Apply(seen, motion.Slice(0, FlowChannels), scale));

    /// <summary>Both frames, and the instant where the network is told it.</summary>
    Tensor Told(Tensor first, Tensor second, ReadOnlySpan<float> instants)
    {
        if (!TakesInstant) return first.Concat(second);
        Tensor ones = first.Tape.Constant(first.Shape with { Channels = 1 }, 1);
        return first.Concat(second, instants.Length > 1 ? ones.ScaleImages(instants) : ones.Scale(instants.IsEmpty ? 0.5f : instants[0]));
    }

    static VideoFrame Seen(IfNetFrame made) => new(made.Frame, made.Motions[^1].Slice(0, FlowChannels));

    static (Tensor First, Tensor Second) Warp(Tensor first, Tensor second, Tensor motion) =>
        (first.Warp(motion.Slice(0, 2), Border.Repeat), second.Warp(motion.Slice(2, 2), Border.Repeat));

    static Tensor Mix(Tensor warped0, Tensor warped1, Tensor motion)
    {
        Tensor share = motion.Slice(FlowChannels, 1).Sigmoid();
        return warped0.MultiplyPixels(share).Add(warped1.MultiplyPixels(share.Scale(-1, 1)));
    }

    /// <summary>Makes middle frames of ever shorter spans until one lies at the instant, to within 1/512.</summary>
    VideoFrame Halve(Tensor first, Tensor second, float instant)
    {
        float begin = 0, end = 1;
        VideoFrame whole = Seen(Apply(first, second));
        Tensor frame = whole.Frame;
        for (int i = 0; ; i++)
        {
            float middle = (begin + end) / 2;
            if (i > 0) frame = Apply(first, second).Frame;
            if (middle == instant || i == MostHalvings) return whole with { Frame = frame };
            if (instant < middle) (second, end) = (frame, middle);
            else (first, begin) = (frame, middle);
        }
    }
}

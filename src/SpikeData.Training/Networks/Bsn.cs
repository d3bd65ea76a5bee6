using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The blind-spot network: denoises an image, each pixel from its surroundings alone.</summary>
/// <remarks>
/// Laine et al., "High-Quality Self-Supervised Deep Image Denoising", 2019, with two pooling levels as in S-SDM. A U-Net that sees nothing
/// below a pixel runs over the four orientations of a square image; a shift by one row hides the pixel itself. Images that are not square
/// are mirrored to a square first, through which a pixel may see itself.
/// </remarks>
public sealed class Bsn : Network
{
    static readonly Orientation[] Turns = [Orientation.None, Orientation.RightTurn, Orientation.HalfTurn, Orientation.LeftTurn];

    readonly BlindSpotConvolution[] full, half, quarter, halfAgain, fullAgain;
    readonly ConvolutionLayer mixFirst, mixSecond, mixLast;

    /// <param name="width">Channels of the first layers; those behind a join have twice as many.</param>
    /// <param name="channels">Channels of the images.</param>
    public Bsn(Device device, long seed, int width = 48, int channels = 1)
        : base(device, seed)
    {
        Channels = channels;
        int twice = 2 * width;
        full = Chain("unet.enc1", channels, width, width, width);
        half = Chain("unet.enc2", width, width, width, width);
        quarter = Chain("unet.enc3", width, twice, twice, width);
        halfAgain = Chain("unet.dec2", twice, twice, twice, twice, twice);
        fullAgain = Chain("unet.dec1", twice + channels, twice, twice, twice, twice);
        mixFirst = Mix("nin_A", Turns.Length * twice, Turns.Length * twice, BlindSpotConvolution.Slope);
        mixSecond = Mix("nin_B", Turns.Length * twice, twice, BlindSpotConvolution.Slope);
        mixLast = Mix("nin_C", twice, channels, 1);
    }

    /// <summary>Channels of the images.</summary>
    public int Channels { get; }

    /// <summary>The network of the size its weights have.</summary>
    /// <exception cref="SpikeDataException">SPIKE502, SPIKE560: the weights belong to another network.</exception>
    public static Bsn Of(Device device, Weights weights)
    {
        Bsn network = new(device, seed: 0, weights.Length("unet.enc1.conv1.conv.weight", 0), weights.Length("unet.enc1.conv1.conv.weight", 1));
        weights.CopyTo(network.Parameters);
        return network;
    }

    /// <param name="x">[N, channels, H, W]; the longer side at most about three times the shorter.</param>
    /// <returns>The same shape, not limited to 0 .. 1.</returns>
    public Tensor Apply(Tensor x)
    {
        (Shape shape, int side) = (x.Shape, Math.Max(x.Shape.Height, x.Shape.Width));
        int top = (side - shape.Height) / 2, left = (side - shape.Width) / 2;
        if (shape.Height != shape.Width) x = x.Pad(Border.Mirror, top, side - shape.Height - top, left, side - shape.Width - left);
        Tensor seen = LookUp(x.StackTurned(Turns)).Pad(1, -1, 0, 0).JoinTurned(Turns);
        Tensor y = mixLast.Apply(mixSecond.Apply(mixFirst.Apply(seen)));
        return shape.Height == shape.Width ? y : y.Crop(top, left, shape.Height, shape.Width);
    }

    /// <summary>The U-Net: what a pixel and all above it tell.</summary>
    Tensor LookUp(Tensor x)
    {
        Tensor atHalf = Pool(Apply(full, x));
        Tensor deep = Apply(quarter, Pool(Apply(half, atHalf)));
        deep = Apply(halfAgain, Enlarge(deep, atHalf.Shape).Concat(atHalf));
        return Apply(fullAgain, Enlarge(deep, x.Shape).Concat(x));
    }

    /// <summary>Halves an image after a shift by one row, without which the pool would look down.</summary>
    static Tensor Pool(Tensor x) => x.Pad(1, -1, 0, 0).MaxPool();

    /// <summary>Doubles an image and pads it to the size it had, when its sides were odd.</summary>
    static Tensor Enlarge(Tensor x, Shape size)
    {
        Tensor large = x.ResizeNearest(2);
        int rows = size.Height - large.Shape.Height, columns = size.Width - large.Shape.Width;
        return rows == 0 && columns == 0 ? large : large.Pad(rows / 2, rows - rows / 2, columns / 2, columns - columns / 2);
    }

    static Tensor Apply(BlindSpotConvolution[] chain, Tensor x)
    {
        foreach (BlindSpotConvolution layer in chain) x = layer.Apply(x);
        return x;
    }

    BlindSpotConvolution[] Chain(string name, params int[] widths) =>
        [.. Enumerable.Range(1, widths.Length - 1).Select(i => new BlindSpotConvolution(Parameters, $"{name}.conv{i}", widths[i - 1], widths[i]))];

    ConvolutionLayer Mix(string name, int inputs, int outputs, float slope) =>
        new(Parameters, name, inputs, outputs, 1, slope: slope, hasBias: false);
}

using System.Globalization;
using System.Numerics;

namespace SpikeData.Training;

/// <summary>What XVFI-Net sees in a frame, on a level and on coarser ones.</summary>
sealed class FrameFeatures
{
    readonly ConvolutionLayer convert, halve, see, coarsen;
    readonly ResidualBlock first, second;
    readonly int halvings;

    /// <param name="moduleScale">How many times smaller than the frame the finest level is: a power of two.</param>
    public FrameFeatures(ParameterSet parameters, int width, int moduleScale)
    {
        halvings = BitOperations.Log2((uint)moduleScale);
        // PyTorch counts the converter, and a convolution and a rectifier for each halving.
        string seen = string.Create(CultureInfo.InvariantCulture, $"rec_ext_ds_module.{2 * halvings + 1}");
        string block = string.Create(CultureInfo.InvariantCulture, $"rec_ext_ds_module.{2 * halvings + 2}");
        convert = Convolution("channel_converter.0", 3, 1, 0);
        halve = Convolution("rec_ext_ds", width, 2, 0);
        see = Convolution(seen, width, 1, 1);
        first = new(parameters, $"{block}.resblock1.conv3x3_1", $"{block}.resblock1.conv3x3_2", width, overTime: true);
        second = new(parameters, $"{block}.resblock2.conv3x3_1", $"{block}.resblock2.conv3x3_2", width, overTime: true);
        coarsen = Convolution("rec_ctx_ds", width, 2, 1);

        ConvolutionLayer Convolution(string name, int inputs, int stride, float slope) =>
            new(parameters, name, inputs, width, 3, stride, Padding.All(1), slope, overTime: true);
    }

    /// <summary>The features on the finest level and on so many coarser ones, each half as large.</summary>
    public Tensor[] Levels(Tensor frame, int coarser)
    {
        Tensor[] levels = new Tensor[coarser + 1];
        levels[0] = frame.Tape.KeepOnly(() => [See(frame)])[0];
        for (int level = 1; level <= coarser; level++) levels[level] = coarsen.Apply(levels[level - 1]);
        return levels;
    }

    Tensor See(Tensor frame)
    {
        Tensor x = convert.Apply(frame);
        for (int i = 0; i < halvings; i++) x = halve.Apply(x);
        x = see.Apply(x);
        return second.Apply(first.Apply(x)).Add(x);
    }
}

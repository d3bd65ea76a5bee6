using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>SqueezeNet 1.1.</summary>
/// <remarks>Iandola et al., "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters", 2016.</remarks>
sealed class SqueezeBackbone : LpipsBackbone
{
    readonly ConvolutionLayer first;
    readonly Fire[] fires;

    public SqueezeBackbone(Device device)
        : base(device, 64, 128, 256, 384, 384, 512, 512)
    {
        first = Convolution(0, 3, 64, 3, stride: 2);
        fires =
        [
            new(Parameters, 3, 64, 16, 64), new(Parameters, 4, 128, 16, 64),
            new(Parameters, 6, 128, 32, 128), new(Parameters, 7, 256, 32, 128),
            new(Parameters, 9, 256, 48, 192), new(Parameters, 10, 384, 48, 192), new(Parameters, 11, 384, 64, 256), new(Parameters, 12, 512, 64, 256),
        ];
    }

    protected override void LookScaled(Tensor x, Span<Tensor> taps)
    {
        taps[0] = first.Apply(x);
        taps[1] = fires[1].Apply(fires[0].Apply(Pool(taps[0])));
        taps[2] = fires[3].Apply(fires[2].Apply(Pool(taps[1])));
        taps[3] = fires[4].Apply(Pool(taps[2]));
        for (int i = 4; i < 7; i++) taps[i] = fires[i + 1].Apply(taps[i - 1]);
    }

    static Tensor Pool(Tensor x) => x.MaxPoolOverlapping(keepsRest: true);

    /// <summary>A squeeze to few channels, and what 1x1 and 3x3 windows make of them.</summary>
    sealed class Fire(ParameterSet parameters, int place, int inputs, int squeezed, int expanded)
    {
        readonly ConvolutionLayer squeeze = new(parameters, $"features.{place}.squeeze", inputs, squeezed, 1, slope: 0);
        readonly ConvolutionLayer narrow = new(parameters, $"features.{place}.expand1x1", squeezed, expanded, 1, slope: 0);
        readonly ConvolutionLayer wide = new(parameters, $"features.{place}.expand3x3", squeezed, expanded, 3, padding: Padding.All(1), slope: 0);

        public Tensor Apply(Tensor x)
        {
            Tensor few = squeeze.Apply(x);
            return narrow.Apply(few).Concat(wide.Apply(few));
        }
    }
}

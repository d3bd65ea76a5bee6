namespace SpikeData.Training;

/// <summary>What the sums of a convolution begin with.</summary>
public enum ConvolutionStart
{
    /// <summary>Nothing.</summary>
    Zero,

    /// <summary>The bias of the channel.</summary>
    Bias,

    /// <summary>What the output holds already.</summary>
    Output,
}

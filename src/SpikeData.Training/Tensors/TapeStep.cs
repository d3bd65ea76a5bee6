namespace SpikeData.Training;

/// <summary>One line of the tape: a result and the way back from it. The object is written again by the same line of the next step.</summary>
abstract class TapeStep
{
    public required Tensor Result { get; set; }

    public abstract void Backward();
}

/// <summary>A line of the tape that holds the operands of its operator without boxing them.</summary>
sealed class TapeStep<TOperands> : TapeStep
{
    public TOperands Operands { get; set; } = default!;

    public Action<TOperands, Tensor> Way { get; set; } = null!;

    public override void Backward() => Way(Operands, Result);
}

namespace SpikeData.Training;

/// <summary>A line of the tape that holds one kind of verb's backward pass without boxing it.</summary>
sealed class TapeStepOf<TBackward> : TapeStep
    where TBackward : struct, IBackward
{
    public TBackward Way { get; set; }

    public override void Backward(Tape tape) => Way.Run(tape);
}

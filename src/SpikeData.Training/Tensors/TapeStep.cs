namespace SpikeData.Training;

/// <summary>One line of the tape: a result and the way back from it. The object is written again by the same line of the next step.</summary>
abstract class TapeStep
{
    public required Tensor Result { get; set; }

    public abstract void Backward(Tape tape);
}

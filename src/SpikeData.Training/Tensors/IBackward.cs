namespace SpikeData.Training;

/// <summary>How a verb passes the gradient of its result back to what the result was made from.</summary>
interface IBackward
{
    void Run(Tape tape);
}

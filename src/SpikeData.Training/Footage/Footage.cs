namespace SpikeData.Training;

/// <summary>Moving pictures that windows are cut from: two frames and a true one between them.</summary>
abstract class Footage
{
    /// <summary>How many windows an epoch shows.</summary>
    public abstract int Windows { get; }

    /// <summary>How many triplets of whole frames it has.</summary>
    public abstract int Triplets { get; }

    /// <summary>Cuts a window; which part of it is seen, and which frames, is left to chance.</summary>
    /// <param name="turn">How many windows were shown before, counted through all epochs.</param>
    /// <param name="rng">Decides.</param>
    /// <param name="target">Receives squares of its side.</param>
    public abstract void Cut(long turn, Rng rng, Triplet target);

    /// <summary>Shows whole frames: a middle frame with its neighbors.</summary>
    public abstract Triplet Show(int index);

    /// <summary>What is learned from, and what is held out of it because nothing else is given to measure with.</summary>
    public abstract (Footage Learned, Footage HeldOut) Divide();
}

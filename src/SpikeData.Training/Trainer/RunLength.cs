namespace SpikeData.Training;

/// <summary>How long a training run is and what a step of it looks at.</summary>
/// <param name="Epochs">How often it goes through the samples.</param>
/// <param name="Repeat">How many parts of each sample an epoch shows.</param>
/// <param name="Batch">Parts that are shown at once.</param>
/// <param name="Crop">The side of a part in spike pixels.</param>
/// <param name="Samples">How many samples there are.</param>
/// <param name="Timesteps">Steps that are made with each batch, one per timestep.</param>
public readonly record struct RunLength(int Epochs, int Repeat, int Batch, int Crop, int Samples, int Timesteps = 1)
{
    public int BatchesPerEpoch => checked((Samples * Repeat + Batch - 1) / Batch);

    public int Steps => checked(Epochs * BatchesPerEpoch * Timesteps);

    /// <summary>Epoch, batch in the epoch and timestep of a step.</summary>
    public (int Epoch, int Batch, int Timestep) At(int step) =>
        (step / Timesteps / BatchesPerEpoch, step / Timesteps % BatchesPerEpoch, step % Timesteps);
}

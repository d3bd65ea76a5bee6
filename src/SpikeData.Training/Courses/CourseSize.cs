namespace SpikeData.Training;

/// <summary>How long a course is and what a step of it looks at.</summary>
/// <param name="Epochs">How often it goes through the exposures.</param>
/// <param name="Repeat">How many parts of each exposure an epoch shows.</param>
/// <param name="Batch">Parts that are shown at once.</param>
/// <param name="Crop">The side of a part in spike pixels.</param>
/// <param name="Scenes">How many exposures there are.</param>
/// <param name="Instants">Steps that are made with each batch, one per instant.</param>
readonly record struct CourseSize(int Epochs, int Repeat, int Batch, int Crop, int Scenes, int Instants = 1)
{
    public int BatchesPerEpoch => checked((Scenes * Repeat + Batch - 1) / Batch);

    public int Steps => checked(Epochs * BatchesPerEpoch * Instants);

    /// <summary>Epoch, batch in the epoch and instant of a step.</summary>
    public (int Epoch, int Batch, int Instant) At(int step) =>
        (step / Instants / BatchesPerEpoch, step / Instants % BatchesPerEpoch, step % Instants);
}

namespace SpikeData.Testing;

/// <summary>A data set that nobody has reviewed yet, or that is not the reviewed one: names the first difference.</summary>
public sealed class DatasetDifferenceException : Exception
{
    /// <param name="snapshot">What the snapshot is called, without its suffix.</param>
    /// <param name="difference">The first difference; null when there is nothing to compare with yet.</param>
    internal DatasetDifferenceException(string snapshot, string? difference)
        : base($"""
            {difference ?? $"New data set: nobody has reviewed {snapshot}.verified.txt yet."}

            Received: {snapshot}.received.txt and .received.png, beside the test.
              * If they are right, run the test again with SPIKEDATA_ACCEPT=1, or rename both to .verified, and commit them.
              * If they are wrong, see what changed: spikedata why, or datasets.lock in version control.
            """)
    {
    }
}

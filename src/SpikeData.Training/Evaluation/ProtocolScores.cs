namespace SpikeData.Training;

/// <summary>How near an image comes to another by both protocols of a report.</summary>
/// <param name="SSdm">As the published evaluation measures, with its quirks.</param>
/// <param name="Standard">As is usual.</param>
readonly record struct ProtocolScores(Scores SSdm, Scores Standard);

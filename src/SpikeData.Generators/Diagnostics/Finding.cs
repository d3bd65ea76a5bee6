namespace SpikeData.Generators;

/// <summary>Something wrong with a recipe or a stage, as a value; it becomes a diagnostic only when it is reported.</summary>
sealed record Finding(string Id, string Message, Place? Place);

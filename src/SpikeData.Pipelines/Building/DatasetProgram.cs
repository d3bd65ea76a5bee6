namespace SpikeData.Pipelines;

/// <summary>The program that a project with a datasets.yaml becomes: builds data sets and says what became of them.</summary>
public static class DatasetProgram
{
    /// <summary>Runs <c>build [names] --recipes DIR --output DIR --store DIR --jobs N --device NAME --results FILE</c>.</summary>
    /// <returns>0, or 1 when something failed, 2 when the arguments make no sense, 130 when it was cancelled.</returns>
    public static int Run(string[] args, IReadOnlyList<Pipeline> pipelines) => throw new NotSupportedException();
}

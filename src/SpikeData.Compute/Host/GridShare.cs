namespace SpikeData.Compute;

/// <summary>A kernel over a grid, cut into units: whole rows when there are many, stretches of rows when there are few.</summary>
struct GridShare<TKernel>(TKernel kernel, GridCut cut, int lanes) : IShare
    where TKernel : struct, IHostKernel
{
    TKernel kernel = kernel;

    public void Do(int first, int end)
    {
        for (int unit = first; unit < end; unit++)
        {
            int row = unit / cut.StretchesPerRow, column = (unit - row * cut.StretchesPerRow) * cut.Stretch;
            Stretch.Compute(ref kernel, row, column, Math.Min(column + cut.Stretch, cut.Columns), lanes);
        }
    }
}

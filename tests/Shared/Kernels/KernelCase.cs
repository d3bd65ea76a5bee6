namespace SpikeData.Compute.Tests;

/// <summary>One kernel with the arrays it works on and the grid it covers.</summary>
public sealed class KernelCase
{
    readonly Func<Device, TestArrays, Action> arrange;

    KernelCase(Type kernel, string note, float tolerance, Func<Device, TestArrays, Action> arrange) =>
        (Kernel, Name, Tolerance, this.arrange) = (kernel, note.Length == 0 ? kernel.Name : $"{kernel.Name}: {note}", tolerance, arrange);

    public Type Kernel { get; }

    public string Name { get; }

    /// <summary>How far floats of a GPU may lie from the CPU's, relative to <c>1 + |value|</c>; 0 for exact kernels.</summary>
    public float Tolerance { get; }

    /// <param name="arrange">Lays out the arrays and gives the kernel its views.</param>
    /// <param name="rows">Rows of the grid.</param>
    /// <param name="columns">Columns of the grid; choose a number that leaves a tail at every lane width, such as 29.</param>
    /// <param name="note">Tells two cases of one kernel apart.</param>
    public static KernelCase Exact<TKernel>(Func<TestArrays, TKernel> arrange, int rows, int columns, string note = "")
        where TKernel : struct, IExactKernel => new(typeof(TKernel), note, 0, (device, arrays) =>
        {
            TKernel kernel = arrange(arrays);
            return () => device.Run(in kernel, rows, columns);
        });

    /// <param name="tolerance">How far floats of a GPU may lie from the CPU's, relative to <c>1 + |value|</c>.</param>
    /// <inheritdoc cref="Exact{TKernel}"/>
    public static KernelCase Approximate<TKernel>(Func<TestArrays, TKernel> arrange, int rows, int columns, float tolerance = 1e-5f, string note = "")
        where TKernel : struct, IFloatKernel => new(typeof(TKernel), note, tolerance, (device, arrays) =>
        {
            TKernel kernel = arrange(arrays);
            return () => device.RunFloat(in kernel, rows, columns);
        });

    /// <summary>Runs the kernel and hands back every array it was given.</summary>
    /// <param name="device">Where it runs.</param>
    /// <param name="marginByte">What lies in front of and behind each array.</param>
    public IReadOnlyList<Array> Results(Device device, byte marginByte = 0xA5)
    {
        using var arrays = new TestArrays(device, marginByte);
        arrange(device, arrays)();
        return arrays.Download();
    }

    public override string ToString() => Name;
}

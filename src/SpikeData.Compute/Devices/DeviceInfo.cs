namespace SpikeData.Compute;

/// <summary>One line of what this machine can compute on.</summary>
/// <param name="Selector">What to ask for, such as <c>cpu</c>, <c>cuda:0</c> or <c>opencl:1</c>.</param>
/// <param name="Name">What the maker calls it.</param>
/// <param name="Kind">CPU, CUDA or OpenCL.</param>
/// <param name="MemoryBytes">How much memory it has.</param>
/// <param name="Lanes">How many neighbors are computed in step: the widest lane of a CPU, the warp of a GPU.</param>
public sealed record DeviceInfo(string Selector, string Name, string Kind, long MemoryBytes, int Lanes);

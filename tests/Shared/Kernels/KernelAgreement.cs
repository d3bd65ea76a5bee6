namespace SpikeData.Compute.Tests;

/// <summary>Proves that the kernels of an assembly compute the same on every device, and that none is forgotten.</summary>
/// <remarks>
/// How to use it. The test project sets <c>TestsKernels</c> to true in its csproj and has one class:
/// <code>
/// public sealed class ImagingKernelTests : KernelAgreement&lt;ImagingKernelTests&gt;, IKernelCases
/// {
///     public static Assembly Kernels =&gt; typeof(Frame).Assembly;
///
///     public static IEnumerable&lt;KernelCase&gt; Cases =&gt;
///     [
///         KernelCase.Exact(arrays =&gt; new AddLight(arrays.Of(1, 2, 3), arrays.Blank&lt;int&gt;(3)), rows: 1, columns: 3),
///     ];
/// }
/// </code>
/// Each case is arranged and run once per device; afterwards all its arrays, inputs included, are compared with those of one CPU thread that
/// takes one element at a time. Integers and bytes must be equal everywhere. Floats must be equal bit for bit on the CPU, whatever the lane width
/// and the number of threads, and within the case's tolerance on GPUs. Writing outside of an array fails, and so does a result that depends on
/// what lies there or on what a blank array held before; the simulator checks every index as well. Every kernel is also translated to PTX and to
/// OpenCL C, for which no GPU is needed. A kernel type of the assembly without a case fails; of a generic kernel one closed form is enough.
/// Kernels are public, or internal in an assembly whose internals <c>ILGPURuntime</c> sees, since ILGPU calls them from there. The simulator takes
/// about a microsecond a place: keep grids small, with a number of columns that leaves a tail at every width, such as 29.
/// </remarks>
public abstract class KernelAgreement<TCases>
    where TCases : IKernelCases
{
    static readonly Dictionary<string, KernelCase> Cases = TCases.Cases.ToDictionary(kernelCase => kernelCase.Name);

    public static TheoryData<string, string> CasesAndDevices() =>
        [.. from kernelCase in Cases.Keys from device in TestDevices.Names where device != TestDevices.Reference select (kernelCase, device)];

    public static TheoryData<string> Names() => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(CasesAndDevices))]
    public void Kernel_AgreesWithOneScalarThread(string kernelCase, string device)
    {
        KernelCase tried = Cases[kernelCase];
        Device asked = TestDevices.Open(device);
        AssertAgree(tried.Results(TestDevices.Open(TestDevices.Reference)), tried.Results(asked), asked.IsHost ? 0 : tried.Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernel_DependsOnNothingOutsideOfItsArrays(string kernelCase)
    {
        KernelCase tried = Cases[kernelCase];
        Device reference = TestDevices.Open(TestDevices.Reference);
        AssertAgree(tried.Results(reference, marginByte: 0x01), tried.Results(reference, marginByte: 0x7E), tolerance: 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernel_TranslatesToPtxAndOpenClC(string kernelCase)
    {
        Assert.Contains(".entry", GpuSource.Ptx(Cases[kernelCase].Kernel), StringComparison.Ordinal);
        Assert.Contains("kernel void", GpuSource.OpenClC(Cases[kernelCase].Kernel), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryKernel_HasACase()
    {
        IEnumerable<Type> tried = Cases.Values.Select(kernelCase => kernelCase.Kernel);
        Assert.Empty(TCases.Kernels.GetTypes()
            .Where(type => type.IsValueType && type.IsAssignableTo(typeof(IKernel)))
            .Except(tried.Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)));
    }

    static void AssertAgree(IReadOnlyList<Array> expected, IReadOnlyList<Array> actual, float tolerance)
    {
        foreach ((Array left, Array right) in expected.Zip(actual))
        {
            if (left is float[] floats) AssertNear(floats, (float[])right, tolerance);
            else Assert.Equal(left, right);
        }
    }

    static void AssertNear(float[] expected, float[] actual, float tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            bool same = BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(actual[i])
                || float.IsNaN(expected[i]) && float.IsNaN(actual[i]);
            bool near = MathF.Abs(expected[i] - actual[i]) <= tolerance * (1 + MathF.Abs(expected[i]));
            Assert.True(same || tolerance > 0 && near, $"Element {i} should be {expected[i]:R} and is {actual[i]:R}; the tolerance is {tolerance}.");
        }
    }
}

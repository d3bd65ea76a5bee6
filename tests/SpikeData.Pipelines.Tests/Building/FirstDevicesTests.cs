using System.Diagnostics;

namespace SpikeData.Pipelines.Tests;

/// <summary>Loaders of OpenCL drivers are not safe when their first users come at the same time: half of such processes crashed.</summary>
public sealed class FirstDevicesTests
{
    [Fact]
    public async Task ManyThreadsThatOpenDevicesFirst_DoNotCrash()
    {
        for (int run = 0; run < 8; run++)
        {
            using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(FirstDevicesTests).Assembly.Location, Program.ManyOpen]) { RedirectStandardError = true })!;
            string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal((0, ""), (process.ExitCode, error));
        }
    }
}

using System.CommandLine;
using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Cli;

/// <summary><c>spikedata devices</c>: lists what kernels can run on here.</summary>
static class DevicesCommand
{
    internal static Command Create()
    {
        Command command = new("devices", "Lists what kernels can run on here, by the names that --device takes.");
        command.SetAction(line =>
        {
            foreach (DeviceInfo device in Device.List()) line.InvocationConfiguration.Output.WriteLine(Line(device));
        });
        return command;
    }

    static string Line(DeviceInfo device) => string.Create(CultureInfo.InvariantCulture,
        $"{device.Selector,-10} {device.Kind,-7} {device.MemoryBytes / (double)(1 << 30),6:0.0} GiB  {device.Lanes,3} lanes  {device.Name}");
}

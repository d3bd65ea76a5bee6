using System.CommandLine;
using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Cli;

/// <summary><c>spikedata devices</c>: lists what kernels can run on here.</summary>
static class DevicesCommand
{
    internal static Command Create()
    {
        JsonOption json = new();
        Command command = new("devices", "Lists what kernels can run on here, by the names that --device takes.") { json };
        command.SetAction(line =>
        {
            IReadOnlyList<DeviceInfo> devices = Device.List();
            if (json.Print(line, () => new { devices = devices.Select(Report) })) return;
            foreach (DeviceInfo device in devices) line.InvocationConfiguration.Output.WriteLine(Line(device));
        });
        return command;
    }

    static object Report(DeviceInfo device) => new
    {
        name = device.Selector,
        kind = $"{device.Kind}".ToLowerInvariant(),
        memoryBytes = device.MemoryBytes,
        lanes = device.Lanes,
        product = device.Name,
    };

    static string Line(DeviceInfo device) => string.Create(CultureInfo.InvariantCulture,
        $"{device.Selector,-10} {device.Kind,-7} {device.MemoryBytes / (double)(1 << 30),6:0.0} GiB  {device.Lanes,3} lanes  {device.Name}");
}

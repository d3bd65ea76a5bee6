using System.CommandLine;
using SpikeData.Compute;

namespace SpikeData.Cli;

/// <summary><c>--device NAME</c>: what kernels run on. The data are the same on every device.</summary>
sealed class DeviceOption : Option<string>
{
    internal DeviceOption()
        : base("--device", "-d")
    {
        Description = "What kernels run on: auto, or a name that 'spikedata devices' lists. The data are the same on every device.";
        HelpName = "NAME";
        DefaultValueFactory = _ => "auto";
    }

    /// <exception cref="SpikeDataException">SPIKE301: this machine has no such device; SPIKE303: its driver refuses.</exception>
    internal Device Open(ParseResult line) => Device.Open(line.GetValue(this)!);
}

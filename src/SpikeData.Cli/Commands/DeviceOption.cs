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

    internal Device Open(ParseResult line) => line.GetValue(this) is "auto" or "cpu"
        ? new CpuDevice()
        : throw new SpikeDataException("SPIKE301", $"There is no device {line.GetValue(this)} here.");
}

using System.CommandLine;
using System.Globalization;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary><c>spikedata infer NETWORK</c>: one network alone, from an .npz file to an .npz file.</summary>
static class InferCommand
{
    const int MostScales = 8;
    const string Frames = "Makes frames between two frames: 'frames' [2, H, W, 3] of bytes and 't' [n] give 'y' [n, 3, H, W], blue, green, red.";

    static readonly Option<int> Scales = CreateScales();

    static readonly Option<int?> ModuleScale = new("--module-scale")
    {
        Description = "How many times smaller than the frames the finest flows are; the weights tell, so this only checks them.",
        HelpName = "N",
    };

    internal static Command Create() => new("infer", "Runs one network on arrays, from an .npz file to an .npz file, to be compared with other frameworks.")
    {
        Create("bsn", "Denoises images: 'x' [N, C, H, W] gives 'y' of the same shape.", (_, weights, input, device) => ImageNetworks.Bsn(weights, input, device)),
        Create("edsr", "Makes images four times as large: 'x' [N, 1, H, W] gives 'y' [N, 1, 4 H, 4 W].", (_, weights, input, device) => ImageNetworks.Edsr(weights, input, device)),
        Create(
            "ldn",
            "Deblurs images with spikes: 'blur' [N, 3, H, W] and 'spikes' [N, 21, H/4, W/4] give 'y' [N, 3, H, W].",
            (_, weights, input, device) => ImageNetworks.Ldn(weights, input, device)),
        Create("xvfi", Frames, (line, weights, input, device) => VideoNetworks.Apply(Xvfi(line, weights, device), input, device), Scales, ModuleScale),
        Create("ifnet", Frames, (_, weights, input, device) => VideoNetworks.Apply(IfNet(weights, device, takesInstant: false), input, device)),
        Create("ifnet-m", Frames, (_, weights, input, device) => VideoNetworks.Apply(IfNet(weights, device, takesInstant: true), input, device)),
    };

    static Option<int> CreateScales()
    {
        Option<int> scales = new("--scales")
        {
            Description = "On how many coarser levels flows are found before the finest (S_tst of the paper): more follow larger motion.",
            HelpName = "N",
            DefaultValueFactory = _ => 3,
        };
        return scales.AcceptOnlyFromAmong([.. Enumerable.Range(0, MostScales + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))]);
    }

    static XvfiNet Xvfi(ParseResult line, Weights weights, Device device)
    {
        XvfiNet network = XvfiNet.Of(device, weights, line.GetValue(Scales));
        return line.GetValue(ModuleScale) is not { } asked || asked == network.ModuleScale ? network : throw new SpikeDataException(
            "SPIKE560", $"The weights are for the module scale {network.ModuleScale}, not {asked}.");
    }

    static IfNet IfNet(Weights weights, Device device, bool takesInstant)
    {
        IfNet network = Training.IfNet.Of(device, weights);
        return network.TakesInstant == takesInstant ? network : throw new SpikeDataException(
            "SPIKE560", $"These are weights of {(takesInstant ? "IFNet, which makes the middle frame: infer ifnet" : "IFNet_m, which takes an instant: infer ifnet-m")}.");
    }

    static Command Create(string name, string description, Func<ParseResult, Weights, Npz, Device, NdArray> apply, params Option[] options)
    {
        Option<string> weights = new("--weights") { Description = "The weights: .safetensors, .npz or a PyTorch file.", HelpName = "FILE", Required = true };
        InputOption input = new();
        OutputOption output = new();
        DeviceOption device = new();
        Command command = new(name, description) { weights, input, output, device };
        foreach (Option option in options) command.Add(option);
        command.SetAction(line =>
        {
            output.Require(line);
            using Device used = device.Open(line);
            using Npz arrays = Npz.Open(line.GetValue(input)!);
            output.Write(line, [KeyValuePair.Create("y", apply(line, WeightFile.Read(line.GetValue(weights)!), arrays, used))]);
            return ExitCode.Success;
        });
        return command;
    }
}

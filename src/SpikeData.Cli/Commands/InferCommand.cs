using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary><c>spikedata infer NETWORK</c>: one network alone, from an .npz file to an .npz file.</summary>
static class InferCommand
{
    internal static Command Create() => new("infer", "Runs one network on arrays, from an .npz file to an .npz file, to be compared with other frameworks.")
    {
        Create("bsn", "Denoises images: 'x' [N, C, H, W] gives 'y' of the same shape.", (_, weights, input, device) => ImageNetworks.Bsn(weights, input, device)),
        Create("edsr", "Makes images four times as large: 'x' [N, 1, H, W] gives 'y' [N, 1, 4 H, 4 W].", (_, weights, input, device) => ImageNetworks.Edsr(weights, input, device)),
        Create(
            "ldn",
            "Deblurs images with spikes: 'blur' [N, 3, H, W] and 'spikes' [N, 21, H/4, W/4] give 'y' [N, 3, H, W].",
            (_, weights, input, device) => ImageNetworks.Ldn(weights, input, device)),
    };

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
            using Device used = device.Open(line);
            using Npz arrays = Npz.Open(line.GetValue(input)!);
            output.Write(line, [KeyValuePair.Create("y", apply(line, WeightFile.Read(line.GetValue(weights)!), arrays, used))]);
            return ExitCode.Success;
        });
        return command;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Recipes;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary><c>spikedata infer NETWORK</c>: one network alone, from an .npz file to an .npz file.</summary>
static class InferCommand
{
    internal static Command Create(StageCatalog catalog)
    {
        Command command = new("infer", "Runs one network on arrays, from an .npz file to an .npz file, to be compared with other frameworks.");
        foreach (VariantSchema network in catalog.Variants<IArrayNetwork>()) command.Add(Create(network, catalog));
        command.Validators.Add(result =>
        {
            if (!result.Children.OfType<CommandResult>().Any()) result.AddError($"Name one of the networks: {catalog.NamesOf<IArrayNetwork>()}.");
        });
        return command;
    }

    static Command Create(VariantSchema network, StageCatalog catalog)
    {
        Option<string> weights = new("--weights") { Description = "The weights: .safetensors, .npz or a PyTorch file.", HelpName = "FILE", Required = true };
        InputOption input = new();
        OutputOption output = new();
        DeviceOption device = new();
        PartOption part = new();
        AssemblyOption assembly = new();
        StageOptions keys = new(network, catalog);
        Command command = new(network.Name, network.Summary) { weights, part, input, output, output.Force, device, assembly };
        keys.AddTo(command);
        command.SetAction(line =>
        {
            _ = assembly.Read(line);
            if (keys.Bind(line) is not IArrayNetwork bound) return ExitCode.Misuse;
            output.Require(line, line.GetValue(input), line.GetValue(weights));
            using Device used = device.Open(line);
            using Npz arrays = Npz.Open(line.GetValue(input)!);
            output.Write(line, [KeyValuePair.Create("y", bound.Apply(WeightFile.Read(line.GetValue(weights)!, line.GetValue(part)), arrays, used))]);
            return ExitCode.Success;
        });
        return command;
    }
}

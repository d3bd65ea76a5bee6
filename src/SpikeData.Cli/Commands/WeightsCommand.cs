using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary><c>spikedata weights</c>: looks into files of weights and converts them.</summary>
static class WeightsCommand
{
    internal static Command Create() => new("weights", "Looks into files of network weights and converts them.")
    {
        CreateShow(),
        CreateConversion("import", "Converts weights of another framework (.pth, .safetensors, .npz). Reads .pth without Python and runs nothing in it."),
        CreateConversion("export", "Converts weights for another framework: .safetensors, or .npz for numpy, with PyTorch's names."),
    };

    static Command CreateShow()
    {
        Argument<string> file = File("file", "The weights: .safetensors, .npz or a PyTorch file.");
        PartOption part = new();
        JsonOption json = new();
        Command command = new("show", "Lists the arrays of a file of weights.") { file, part, json };
        command.SetAction(line =>
        {
            IReadOnlyList<WeightHeader> arrays = WeightFile.List(line.GetValue(file)!, line.GetValue(part));
            if (json.Print(line, () => new
            {
                arrays = arrays.Select(array => new { name = array.Name, type = array.Type.Code(), shape = array.Shape, numbers = array.Length }),
                numbers = arrays.Sum(array => array.Length),
            })) return ExitCode.Success;
            TextWriter output = line.InvocationConfiguration.Output;
            foreach (WeightHeader array in arrays) output.WriteLine($"{array.Name}\t{array}");
            output.WriteLine($"{Counted.Of(arrays.Count, "array")}, {arrays.Sum(array => array.Length):N0} numbers");
            return ExitCode.Success;
        });
        return command;
    }

    static Command CreateConversion(string name, string description)
    {
        Argument<string> source = File("from", "The weights to read; the contents tell the kind."), target = File("to", "The file to write: .safetensors or .npz.");
        Option<bool> half = new("--half") { Description = "Writes floats of 16 bits, which take half the place." };
        Option<string?> without = new("--without") { Description = "Leaves out arrays whose names begin so, such as 'block_tea', which only training needs.", HelpName = "NAME" };
        PartOption part = new();
        ForceOption force = new();
        Command command = new(name, description) { source, target, part, half, without, force };
        command.SetAction(line =>
        {
            force.RequireFile(line, line.GetValue(target)!, line.GetValue(source));
            Weights weights = WeightFile.Read(line.GetValue(source)!, line.GetValue(part));
            if (line.GetValue(without) is { Length: > 0 } start) weights = weights.Without(start);
            if (line.GetValue(half)) weights = weights.Halved();
            WeightFile.Write(line.GetValue(target)!, weights);
            line.InvocationConfiguration.Output.WriteLine($"{line.GetValue(target)}: {Counted.Of(weights.Count, "array")}");
            return ExitCode.Success;
        });
        return command;
    }

    static Argument<string> File(string name, string description) => new(name) { Description = description };
}

using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary><c>spikedata deblur</c>: turns one blurry picture and its spikes into a sharp sequence.</summary>
static class DeblurCommand
{
    const double FramesPerSecond = 8;

    internal static Command Create(StageCatalog catalog)
    {
        Option<string> blur = new("--blur") { Description = "The blurry picture, PNG or JPEG.", HelpName = "FILE", Required = true };
        Option<string> spikes = new("--spikes") { Description = "The spikes, a .dat file of the scale the model was trained for: a quarter of the picture's width and height, half or all of them.", HelpName = "FILE", Required = true };
        Option<string> model = new("--model")
        {
            Description = "A trained model's folder, or a file with the weights of an LDN: .safetensors, .npz or a PyTorch file; "
                + "not for methods without a network.",
            HelpName = "PATH",
        };
        PartOption part = new();
        Option<int> count = new("--count") { Description = "How many instants of the exposure are shown.", DefaultValueFactory = _ => 7 };
        Option<int> margin = new("--margin") { Description = "Ticks of the spikes before the exposure; as many come after it.", DefaultValueFactory = _ => 20 };
        Option<string> output = new("--output", "-o") { Description = "Where the pictures go: a folder for PNG files, or a file that ends in .gif, .mp4, .avi or .mkv.", HelpName = "PATH", Required = true };
        MethodOption method = new(catalog);
        Option<int?> scale = new Option<int?>("--scale")
        {
            Description = "How many times larger the picture is than the spikes; as the method's networks were trained unless given, else 4.",
            HelpName = "N",
        }.AcceptOnlyFromAmong("1", "2", "4");
        AssemblyOption assembly = new();
        DeviceOption device = new();
        ForceOption force = new();
        Command command = new("deblur", "Turns one blurry picture and its spikes into a sharp sequence, with a trained model.")
        {
            blur, spikes, model, part, count, margin, output, method, scale, assembly, device, force,
        };
        command.Validators.Add(result =>
        {
            bool isUsual = result.GetResult(method) is null or { Implicit: true };
            if (isUsual && result.GetValue(model) is null) result.AddError("Option '--model' is required.");
        });
        command.SetAction(line =>
        {
            force.RequirePictures(line, line.GetValue(output)!, line.GetValue(blur), line.GetValue(spikes));
            _ = assembly.Read(line);
            if (method.Bind(line) is not { } chosen) return ExitCode.Misuse;
            using Device used = device.Open(line);
            TrainedNetworks networks = Networks(line.GetValue(model), line.GetValue(part), used);
            MethodContext context = new(networks, ScaleOf(chosen.ScaleOf(networks), line.GetValue(scale)), Environment.CurrentDirectory);
            using ReadyMethod ready = chosen.Open(context) ?? throw Lacking(line.GetValue(method)!, networks.Missing, line.GetValue(model));
            Scene scene = Scene.Read(line.GetValue(blur)!, line.GetValue(spikes)!, line.GetValue(margin), context.Scale);
            Write(scene, ready, line.GetValue(count), line.GetValue(output)!);
            string pictures = Counted.Of(line.GetValue(count), "picture"), size = $"{scene.Width * scene.Scale}x{scene.Height * scene.Scale}";
            line.InvocationConfiguration.Output.WriteLine($"{line.GetValue(output)}: {pictures} of {size}, evenly spread over the exposure");
            return ExitCode.Success;
        });
        return command;
    }

    static int ScaleOf(int? trained, int? asked) => trained is null || asked is null || trained == asked
        ? trained ?? asked ?? Ldn.Side
        : throw new SpikeDataException(
            "SPIKE510", $"The networks were trained for pictures {trained} times as wide as the spikes, and --scale says {asked}. Leave it out.");

    /// <summary>The networks in a model's folder, or the one that the file itself holds.</summary>
    static TrainedNetworks Networks(string? model, string? part, Device device) => new(device, name =>
    {
        string? file = Directory.Exists(model) ? new ModelFolder(model).Weights(name) : model;
        return file is null || (file != model && !File.Exists(file)) ? null : WeightFile.Read(file, part);
    });

    static SpikeDataException Lacking(string method, IEnumerable<string> missing, string? model) => new(
        "SPIKE516", $"The method '{method}' needs networks that are not at hand: {string.Join(", ", missing)}. "
            + "Name the folder of a model that has them: --model.") { File = model };

    static void Write(Scene scene, ReadyMethod method, int count, string output)
    {
        using Animation animation = Animation.Create(output, new(scene.Height * scene.Scale, scene.Width * scene.Scale, IsGray: false, FramesPerSecond));
        for (int instant = 0; instant < count; instant++) animation.Add(method.Picture(SceneView.Of(scene, scene.TickOf(instant, count))), instant);
        animation.Finish();
    }
}

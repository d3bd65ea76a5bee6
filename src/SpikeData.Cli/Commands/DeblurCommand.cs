using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary><c>spikedata deblur</c>: turns one blurry picture and its spikes into a sharp sequence.</summary>
static class DeblurCommand
{
    const double FramesPerSecond = 8;

    internal static Command Create()
    {
        Option<string> blur = new("--blur") { Description = "The blurry picture, PNG or JPEG.", HelpName = "FILE", Required = true };
        Option<string> spikes = new("--spikes") { Description = "The spikes, a .dat file of the scale the model was trained for: a quarter of the picture's width and height, half or all of them.", HelpName = "FILE", Required = true };
        Option<string> model = new("--model") { Description = "A trained model's folder, or a file with the weights of an LDN: .safetensors, .npz or a PyTorch file.", HelpName = "PATH", Required = true };
        PartOption part = new();
        Option<int> count = new("--count") { Description = "How many instants of the exposure are shown.", DefaultValueFactory = _ => 7 };
        Option<int> margin = new("--margin") { Description = "Ticks of the spikes before the exposure; as many come after it.", DefaultValueFactory = _ => 20 };
        Option<string> output = new("--output", "-o") { Description = "Where the pictures go: a folder for PNG files, or a file that ends in .gif, .mp4, .avi or .mkv.", HelpName = "PATH", Required = true };
        DeviceOption device = new();
        ForceOption force = new();
        Command command = new("deblur", "Turns one blurry picture and its spikes into a sharp sequence, with a trained model.") { blur, spikes, model, part, count, margin, output, device, force };
        command.SetAction(line =>
        {
            force.RequirePictures(line, line.GetValue(output)!, line.GetValue(blur), line.GetValue(spikes));
            using Device used = device.Open(line);
            var network = Ldn.Of(used, WeightFile.Read(WeightsOf(line.GetValue(model)!), line.GetValue(part)));
            Scene scene = Scene.Read(line.GetValue(blur)!, line.GetValue(spikes)!, line.GetValue(margin), network.Scale);
            using Student student = new(network);
            Write(scene, student, line.GetValue(count), line.GetValue(output)!);
            string pictures = Counted.Of(line.GetValue(count), "picture"), size = $"{scene.Width * scene.Scale}x{scene.Height * scene.Scale}";
            line.InvocationConfiguration.Output.WriteLine($"{line.GetValue(output)}: {pictures} of {size}, evenly spread over the exposure");
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The light network's weights in a model's folder, or the file itself.</summary>
    static string WeightsOf(string model) => Directory.Exists(model) ? new ModelFolder(model).Weights("ldn") : model;

    static void Write(Scene scene, Student student, int count, string output)
    {
        using Animation animation = Animation.Create(output, new(scene.Height * scene.Scale, scene.Width * scene.Scale, IsGray: false, FramesPerSecond));
        for (int instant = 0; instant < count; instant++) animation.Add(student.Deblur(SceneView.Of(scene, scene.TickOf(instant, count))), instant);
        animation.Finish();
    }
}

using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata interpolate IN OUT</c>: puts frames between the frames of a video or of a folder of pictures.</summary>
static class InterpolateCommand
{
    const double UsualSpeed = 24;

    internal static Command Create()
    {
        Argument<string> from = new("in") { Description = "A video, a folder of PNG pictures, or a pattern such as 'frames/*.jpg'." };
        Argument<string> to = new("out") { Description = "A video (.mp4, .avi, .mkv), a .gif, or a folder for PNG pictures." };
        StageOptions keys = new(StageCatalog.Shipped.Schemas.Stages.First(stage => stage.Name == "interpolate"), StageCatalog.Shipped);
        DeviceOption device = new();
        ForceOption force = new();
        Command command = new("interpolate", "Puts frames between the frames of a video or of a folder of pictures.") { from, to, device, force };
        keys.AddTo(command);
        command.SetAction((line, cancellation) =>
        {
            if (keys.Bind(line) is not Interpolate stage) return Task.FromResult(ExitCode.Misuse);
            force.RequirePictures(line, line.GetValue(to)!, line.GetValue(from));
            using Device used = device.Open(line);
            Workspace workspace = new(Environment.CurrentDirectory, used) { Cancellation = cancellation };
            Clip clip = stage.Apply(Open(line.GetValue(from)!, workspace));
            (TextWriter words, string target) = (line.InvocationConfiguration.Output, line.GetValue(to)!);
            int frames = WorkBar.Show(words, target, clip.Count, bar => Write(clip, target, bar), cancellation);
            words.WriteLine($"{target}: {Counted.Of(frames, "frame")}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    static Clip Open(string from, Workspace workspace)
    {
        if (File.Exists(from) && !MediaFiles.IsVideo(from) && !MediaFiles.IsPicture(from))
            throw new SpikeDataException("SPIKE401", $"This file holds no frames. Name a folder of pictures, or one of {MediaFiles.Known}.") { File = from };
        string pattern = Directory.Exists(from) ? Path.Combine(from, "*.png") : from;
        Decode decode = new(SourcePattern.Parse(Path.GetFullPath(pattern)));
        return decode.Open(decode.Apply(workspace)[0], workspace);
    }

    static int Write(Clip clip, string to, WorkBar bar)
    {
        using Animation animation = Animation.Create(to, new(clip.Size.Height, clip.Size.Width, IsGray: false, clip.FramesPerSecond ?? UsualSpeed));
        byte[] pixels = new byte[animation.Format.Bytes];
        int count = 0;
        foreach (Frame frame in clip.Frames)
        {
            using (frame) frame.Pixels.Download(pixels);
            animation.Add(pixels, count++);
            bar.Advance(1);
        }

        animation.Finish();
        return count;
    }
}

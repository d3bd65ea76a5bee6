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
        Argument<string> from = new("in") { Description = "A video, a folder of pictures, or a pattern such as 'frames/*.jpg'." };
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
            foreach (string warning in clip.Facts.Warnings) words.WriteLine($"warning: {warning}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    static Clip Open(string from, Workspace workspace)
    {
        if (File.Exists(from) && !MediaFiles.IsVideo(from) && !MediaFiles.IsPicture(from))
            throw new SpikeDataException("SPIKE401", $"This file holds no frames. Name a folder of pictures, or one of {MediaFiles.Known}.") { File = from };
        bool isFolder = Directory.Exists(from);
        Decode decode = new(SourcePattern.Parse(Path.GetFullPath(isFolder ? Path.Combine(from, "*") : from)));
        ClipSource[] found = [.. decode.Apply(workspace).Where(clip => !isFolder || MediaFiles.IsPicture(clip.Files[0]))];
        return found.Length switch
        {
            1 => decode.Open(found[0], workspace),
            0 => throw new SpikeDataException("SPIKE401", "There are videos here and no pictures. Name one of the videos.") { File = from },
            _ => throw new SpikeDataException("SPIKE426", $"This stands for {found.Length} clips, such as {found[0].Title} and {found[1].Title}; frames go between those of one. Name one of them.") { File = from },
        };
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

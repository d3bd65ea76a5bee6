using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary><c>spikedata interpolate IN OUT</c>: puts frames between the frames of a video or of a folder of pictures.</summary>
static class InterpolateCommand
{
    const double UsualSpeed = 24;

    internal static Command Create()
    {
        Argument<string> from = new("in") { Description = "A video, a folder of pictures, or a pattern such as 'frames/*.jpg'." };
        Argument<string> to = new("out") { Description = "A video (.mp4, .avi, .mkv), a .gif, or a folder for PNG pictures." };
        StageOptions keys = new(Stage("interpolate"), StageCatalog.Shipped), reading = new(Stage("decode"), StageCatalog.Shipped, "from", "optional");
        DeviceOption device = new();
        ForceOption force = new();
        Command command = new("interpolate", "Puts frames between the frames of a video or of a folder of pictures.") { from, to, device, force };
        keys.AddTo(command);
        reading.AddTo(command);
        command.SetAction((line, cancellation) =>
        {
            if (keys.Bind(line) is not Interpolate stage || reading.Bind(line, KeyValuePair.Create("from", Pattern(line.GetValue(from)!))) is not Decode decode)
                return Task.FromResult(ExitCode.Misuse);
            if (decode.Damaged == DamagedVideo.SkipClip)
                throw new SpikeDataException("SPIKE486", "--damaged skip-clip leaves one clip of several out, and this is one. Leave it out, or give --damaged cut to use the frames before the damage.") { File = line.GetValue(from) };
            force.RequirePictures(line, line.GetValue(to)!, line.GetValue(from));
            using Device used = device.Open(line);
            Workspace workspace = new(Environment.CurrentDirectory, used) { Cancellation = cancellation };
            (TextWriter words, string target) = (line.InvocationConfiguration.Output, line.GetValue(to)!);
            try
            {
                Clip clip = stage.Apply(Open(line.GetValue(from)!, decode, workspace));
                int frames = WorkBar.Show(words, target, clip.Count, bar => Write(clip, target, bar), cancellation);
                words.WriteLine($"{target}: {Counted.Of(frames, "frame")}");
                foreach (string warning in clip.Facts.Warnings) words.WriteLine($"warning: {warning}");
                return Task.FromResult(ExitCode.Success);
            }
            catch (SpikeDataException error) when (error.InCommand is { } message)
            {
                throw new SpikeDataException(error.Id, message, error) { File = error.File };
            }
        });
        return command;
    }

    static StageSchema Stage(string name) => StageCatalog.Shipped.Schemas.Stages.First(stage => stage.Name == name);

    static string Pattern(string from) => Path.GetFullPath(Directory.Exists(from) ? Path.Combine(from, "*") : from);

    static Clip Open(string from, Decode decode, Workspace workspace)
    {
        if (File.Exists(from) && !MediaFiles.IsVideo(from) && !MediaFiles.IsPicture(from))
            throw new SpikeDataException("SPIKE401", $"This file holds no frames. Name a folder of pictures, or one of {MediaFiles.Known}.") { File = from };
        bool isFolder = Directory.Exists(from);
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

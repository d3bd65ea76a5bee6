using System.CommandLine;
using SpikeData.Calibration;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Cli;

/// <summary><c>spikedata correct IN OUT</c>: writes a recording as a camera whose pixels are all alike would have made it.</summary>
static class CorrectCommand
{
    internal static Command Create()
    {
        RecordingOptions recording = new();
        Argument<string> output = new("out") { Description = "What to write; its name says the format: .dat, .npy, .npz, .h5." };
        Option<string> photometry = new("--photometry") { Description = "How the pixels answer; written by 'spikedata photometry'.", HelpName = "FILE.yaml", Required = true };
        Option<string> spikes = new("--spikes") { Description = "What is corrected: full for dark current, flat field and defective pixels, or defects for these alone.", DefaultValueFactory = _ => "full" };
        spikes.AcceptOnlyFromAmong("full", "defects");
        Command command = new("correct", "Corrects a recording of spikes for dark current, flat field, hot and dead pixels, block by block.");
        recording.AddTo(command);
        command.Add(output);
        command.Add(photometry);
        command.Add(spikes);
        ForceOption force = new();
        command.Add(force);
        command.SetAction((line, cancellation) =>
        {
            string target = line.GetRequiredValue(output);
            Photometry pixels = PhotometryFile.Read(line.GetRequiredValue(photometry));
            using SpikeRecording source = recording.Open(line);
            force.RequireRecording(line, target, source.Path);
            SpikeCorrection correction = new(pixels, line.GetValue(spikes) == "full" ? SpikeCorrectionDepth.Full : SpikeCorrectionDepth.Defects);
            using SpikeRecordingWriter writer = SpikeRecordingWriter.Create(target, source.Facts with { Rows = RowOrder.BottomUp, Array = null });
            TextWriter words = line.InvocationConfiguration.Output;
            string done = WorkBar.Show(words, target, source.Ticks, bar =>
            {
                foreach (SpikeStream block in source.Blocks())
                {
                    writer.Write(correction.Correct(block, source.Path));
                    bar.Advance(block.Ticks);
                }

                writer.Complete();
                return $"{target}: {Counted.Of(writer.Ticks, "tick")} of {writer.Layout.Width}x{writer.Layout.Height}";
            }, cancellation);
            words.WriteLine(done);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}

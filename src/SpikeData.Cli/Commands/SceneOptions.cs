using System.CommandLine;
using SpikeData.Calibration;

namespace SpikeData.Cli;

/// <summary>The options that say how pictures of a rig come onto the spike camera's grid: the calibration, and the plane that the scene is taken for.</summary>
sealed class SceneOptions
{
    readonly Option<double?> depth = new("--depth") { Description = "How far in front of the spike camera the scene is, in the unit of the calibration; far away unless given.", HelpName = "LENGTH" };
    readonly Option<double> slopeRight = new("--slope-right") { Description = "How much further away the scene is for each unit to the right: 1 for a wall turned by 45 degrees.", HelpName = "SLOPE" };
    readonly Option<double> slopeDown = new("--slope-down") { Description = "How much further away it is for each unit downwards.", HelpName = "SLOPE" };

    internal SceneOptions()
    {
        depth.MustBePositive();
        foreach (Option<double> slope in new[] { slopeRight, slopeDown })
            slope.Validators.Add(result =>
            {
                if (!double.IsFinite(result.GetValueOrDefault<double>())) result.AddError($"{slope.Name} is a number.");
            });
    }

    /// <summary><c>--rig</c>: the calibration.</summary>
    internal Option<string> Rig { get; } = new("--rig") { Description = "The calibration of the two cameras, left the picture camera; written by 'spikedata calibrate'.", HelpName = "FILE.yaml" };

    internal void AddTo(Command command)
    {
        foreach (Option option in new Option[] { Rig, depth, slopeRight, slopeDown }) command.Add(option);
    }

    /// <summary>The grid; null where no calibration is given.</summary>
    internal SpikeGrid? Grid(ParseResult line) =>
        line.GetValue(Rig) is { } file ? new(RigFile.Read(file), Scene: ScenePlane.Of(line.GetValue(depth), line.GetValue(slopeRight), line.GetValue(slopeDown))) : null;
}

using System.CommandLine;
using SpikeData.Calibration;

namespace SpikeData.Cli;

/// <summary>The options that describe a calibration board and how it is looked for.</summary>
sealed class BoardOptions
{
    readonly Option<string> board = new("--board") { Description = "Marks in a row x rows of marks: the inner corners of a checkerboard (9x6 for 10x7 squares), or the disks.", HelpName = "9x6", Required = true };
    readonly Option<double> square = new("--square") { Description = "From one mark to the next, in any unit; lengths of the result are in it too.", HelpName = "LENGTH", DefaultValueFactory = _ => 1 };
    readonly Option<string> unit = new("--unit") { Description = "What that unit is called.", HelpName = "mm", DefaultValueFactory = _ => "squares" };
    readonly Option<string> window = new("--window") { Description = "How far around a corner the picture is looked at: pixels, or auto for a quarter of the way to the next corner.", HelpName = "PIXELS" };
    readonly Option<string[]> without = new("--without") { Description = "Pairs to leave out, by the names the summary gives them.", HelpName = "PAIR", AllowMultipleArgumentsPerToken = true };
    readonly Option<string> texture = new("--texture") { Description = "How spikes become pictures: tfp for a board at rest, tfi for one that moves.", DefaultValueFactory = _ => "tfp" };
    readonly SpikeFileOptions spikes = new();
    readonly Option<string> pattern = new("--pattern") { Description = "What is printed on the board.", DefaultValueFactory = _ => "checkerboard" };

    internal BoardOptions()
    {
        pattern.AcceptOnlyFromAmong("checkerboard", "asymmetric-circles");
        texture.AcceptOnlyFromAmong("tfp", "tfi");
    }

    internal void AddTo(Command command)
    {
        foreach (Option option in new Option[] { board, square, unit, pattern, window, without, texture }) command.Add(option);
        spikes.AddTo(command);
    }

    internal BoardSearch Search(ParseResult line) => new(Board(line))
    {
        Window = line.GetValue(window) is { } text ? CornerWindow.Parse(text) : default,
        Spikes = new(spikes.Facts(line), line.GetValue(texture) == "tfi" ? SpikeTexture.Interval : SpikeTexture.Playback),
        Without = line.GetValue(without) ?? [],
    };

    Board Board(ParseResult line) => Calibration.Board.Parse(
        line.GetValue(board)!, line.GetValue(square), line.GetValue(pattern) == "checkerboard" ? BoardPattern.Checkerboard : BoardPattern.AsymmetricCircles) with
    { Unit = line.GetValue(unit)! };
}

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
    readonly Option<string> pattern = new("--pattern") { Description = "What is printed on the board.", DefaultValueFactory = _ => "checkerboard" };

    internal BoardOptions() => pattern.AcceptOnlyFromAmong("checkerboard", "asymmetric-circles");

    internal void AddTo(Command command)
    {
        foreach (Option option in new Option[] { board, square, unit, pattern, window, without }) command.Add(option);
    }

    internal Board Board(ParseResult line) => Calibration.Board.Parse(
        line.GetValue(board)!, line.GetValue(square), line.GetValue(pattern) == "checkerboard" ? BoardPattern.Checkerboard : BoardPattern.AsymmetricCircles) with
    { Unit = line.GetValue(unit)! };

    internal CornerWindow Window(ParseResult line) => line.GetValue(window) is { } text ? CornerWindow.Parse(text) : default;

    internal IReadOnlyCollection<string> Without(ParseResult line) => line.GetValue(without) ?? [];
}

using SpikeData.Cli;

using Signals signals = new();
return signals.ExitCode(await SpikeDataCommand.RunAsync(args, Console.Out, Console.Error, signals.Token));

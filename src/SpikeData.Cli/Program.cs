using SpikeData.Cli;
using SpikeData.Pipelines;

using StopSignals signals = new(() => Console.Error.WriteLine(SpikeDataCommand.Cancelled));
return signals.ExitCode(await SpikeDataCommand.RunAsync(args, Console.Out, Console.Error, signals.Token));

return await SpikeData.Cli.SpikeDataCommand.RunAsync(args, Console.Out, Console.Error);

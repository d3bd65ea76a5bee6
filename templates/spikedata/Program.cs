using SpikeData.Compute;

// What `dotnet build` has made, as your own code reads it: the samples of a data set.
try
{
    await foreach (var sample in Datasets.Street.Samples())
    {
        var spikes = sample.ReadSpikes();
        Console.WriteLine($"{sample.Clip} {sample.Label}: {spikes.Ticks} ticks of {spikes.Layout.Width}x{spikes.Layout.Height} spikes, blurry image {sample.Files("blur")[0]}");
    }
}
catch (SpikeDataException problem)
{
    Console.WriteLine($"{problem.Message} It is made of the videos in clips/.");
}

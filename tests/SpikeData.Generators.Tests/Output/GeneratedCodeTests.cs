using static VerifyXunit.Verifier;

namespace SpikeData.Generators.Tests;

public class GeneratedCodeTests
{
    const string Demo = """
        datasets:
          demo:
            - decode: { from: samples/clips/cockatoo.mp4, frames: 180..219, size: 640x360 }
            - interpolate: { method: dense-flow, factor: 8 }
            - expose: { frames: 97, skip: 7 }
            - synthesize-blur
            - simulate-spikes: { model: physical, noise: inherent, scale: 4, margin: 20, seed: 1 }
            - extract-sharp
            - write: { layout: s-sdm }
          gopro:
            description: The paper's recipe, <b>8</b> times & more.
            stages:
              - decode: { from: "data/GOPRO/{split}/raw_data/{clip}/*.png", optional: true }
              - interpolate
              - expose
              - synthesize-blur
              - write
        """;

    [Fact]
    public async Task TheDemo_BecomesStraightLineCode()
    {
        Generation generation = new Consumer(Demo) { GeneratesEntryPoint = true }.Generate();
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerFindings);
        await Verify(generation.Sources, extension: "cs");
    }
}

using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>Pictures that a recipe makes of its spikes.</summary>
public sealed class ReconstructedImagesTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    public static TheoryData<IReconstruction> Methods => [new Tfp(7), new Tfi(8), new Dsft(true, true), new Stp(), new Tfstp()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Pictures_AreThoseOfTheRecordedSpikes_UnderTheNumbersOfTheSharpFrames(IReconstruction method)
    {
        Exposures exposures = new Expose(9, 1).Apply(Clip(60));
        SpikeStreams streams = new SimulateSpikes(Scale: 1, Margin: 5, TicksPerFrame: 2).Apply(exposures);
        var parameters = new Reconstruct(method, Frames: 3);
        ReconstructedImages images = parameters.Apply(streams);
        RecordedFiles spikes = RecordedFiles.Of(streams), pictures = RecordedFiles.Of(images);

        Assert.Equal([10, 14, 18, 20, 24, 28, 30, 34, 38, 40, 44, 48], pictures.Numbers(images.Kind));
        foreach (int exposure in (int[])[1, 2, 3, 4])
        {
            var stream = new SpikeStream(new(8, 8), spikes["spike", (10 * exposure) + 4]);
            using Reconstructor reconstructor = method.Begin(device, stream);
            foreach (int offset in (int[])[0, 4, 8]) Assert.Equal(reconstructor.At(5 + (2 * offset) + 1), Gray(pictures[images.Kind, (10 * exposure) + offset]));
        }
    }

    [Fact]
    public void StillScene_IsReconstructedToItself()
    {
        var camera = new SimulateSpikes(new IntegrateAndFireModel(1), new NoNoise(), Scale: 1, Margin: 50);
        RecordedFiles pictures = RecordedFiles.Of(new Reconstruct(new Tfp(101)).Apply(camera.Apply(new Expose(1, 0).Apply(Clip(101, _ => 100)))));
        Assert.All(Gray(pictures["tfp", 50]), code => Assert.InRange(code, 97, 103));
    }

    [Fact]
    public void MomentsThatCannotBeSpreadEvenly_AreRefused()
    {
        SpikeStreams streams = new SimulateSpikes(Scale: 1).Apply(new Expose(9, 1).Apply(Clip(1)));
        Assert.Equal("SPIKE413", Assert.Throws<SpikeDataException>(() => new Reconstruct(Frames: 4).Apply(streams)).Id);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    Clip Clip(int frames, Func<int, byte>? brightness = null)
    {
        var source = new SyntheticSource(frames) { Folder = folder, Brightness = brightness ?? (index => (byte)(index * 7)) };
        var workspace = new Workspace(folder.Path, device);
        return source.Open(source.Apply(workspace)[0], workspace);
    }

    byte[] Gray(byte[] png)
    {
        string file = folder["picture.png"];
        File.WriteAllBytes(file, png);
        byte[] bgr = new byte[8 * 8 * 3];
        PictureFile.Read(file, bgr, 8, 8);
        return [.. bgr.Where((_, channel) => channel % 3 == 0)];
    }
}

using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>Every data set has a contact sheet, whatever it records.</summary>
public sealed class PreviewTests
{
    [Theory]
    [InlineData(typeof(ExtractSharp), 640)]
    [InlineData(typeof(SynthesizeBlur), 640)]
    [InlineData(typeof(RecordBrightness), 640)]
    [InlineData(typeof(SimulateSpikes), 768)]
    public async Task OneKindOfProduct_IsEnough(Type only, int width)
    {
        using TemporaryFolder folder = new();
        using CpuDevice device = new();
        object product = only == typeof(SimulateSpikes) ? new SimulateSpikes(Margin: 0) : Activator.CreateInstance(only, [.. only.GetConstructors()[0].GetParameters().Select(parameter => parameter.DefaultValue)])!;
        SyntheticSource source = new(6) { Folder = folder, Brightness = frame => (byte)(40 * frame) };
        TestPipeline pipeline = new("set", source, new Expose(3, 0), product, new Write());
        DatasetResult result = await new DatasetBuilder(new(folder.Path, device)).BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures.Select(failure => failure.Full));
        Assert.Equal(2, result.Samples);
        Assert.Equal(width, PictureFile.Measure(Path.Combine(result.Directory, "preview.png")).Width);
    }

    /// <summary>A product that is no picture and no spikes, as somebody may write one.</summary>
    [Stage("record-brightness")]
    sealed record RecordBrightness : IStage<Exposures, IProduct>
    {
        public IProduct Apply(Exposures input) => new Brightness(input);
    }

    sealed class Brightness(Exposures exposures) : IProduct
    {
        public string Kind => "brightness";

        public Exposures Exposures => exposures;

        public JsonObject Facts => [];

        public IRecorder Record(ISampleWriter writer) => new Recorder(exposures, writer);

        sealed class Recorder(Exposures exposures, ISampleWriter writer) : IRecorder
        {
            public void Take(Frame frame, int index)
            {
                int exposure = exposures.At(index);
                if (index == exposures.Middle(exposure)) writer.Write("brightness", exposure, exposures.Number(index), ".bin", new Level(frame.Pixels.Span[0]));
            }

            public void Dispose()
            {
            }
        }

        sealed class Level(byte level) : IFileContent
        {
            public void Encode(Stream target) => target.WriteByte(level);

            public void Dispose()
            {
            }
        }
    }
}

using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>One exposure of a data set with everything recorded of it: the blurry image, the spikes and the sharp truth.</summary>
public sealed class Sample
{
    readonly DatasetFiles content;
    readonly JsonObject products;
    readonly IReadOnlyList<StoredFile> files;

    internal Sample(DatasetFiles content, ManifestClip clip, JsonObject products, string label, IReadOnlyList<StoredFile> files)
    {
        (this.content, this.products, this.files) = (content, products, files);
        (Split, Clip, Label) = (clip.Split, clip.Name, label);
    }

    /// <summary>The part of the data set, such as "train"; empty when there are no parts.</summary>
    public string Split { get; }

    /// <summary>The clip it was recorded from.</summary>
    public string Clip { get; }

    /// <summary>Its number, as in the file names.</summary>
    public string Label { get; }

    /// <summary>The files of one kind in the order of time, such as <c>Files("sharp")</c>; full paths, or, in a data set of shards, those the files would have without.</summary>
    public IReadOnlyList<string> Files(string kind) => [.. OfKind(kind).Select(content.PathOf)];

    /// <summary>Reads the blurry image: [height, width, 3] bytes, blue, green, red.</summary>
    /// <exception cref="SpikeDataException">SPIKE498: the sample has none.</exception>
    public NdArray ReadBlur() => Picture("blur", One("blur"));

    /// <summary>Reads the sharp images in the order of time, each [height, width, 3] bytes, blue, green, red.</summary>
    public IEnumerable<NdArray> ReadSharp() => ReadPictures("sharp");

    /// <summary>Reads the pictures of one kind in the order of time, such as those that <c>reconstruct: { method: tfp }</c> makes: <c>ReadPictures("tfp")</c>.</summary>
    /// <returns>Each [height, width, 3] bytes, blue, green, red; gray ones have three equal channels.</returns>
    public IEnumerable<NdArray> ReadPictures(string kind) => OfKind(kind).Select(file => Picture(kind, file));

    /// <summary>Reads the spike stream.</summary>
    /// <exception cref="SpikeDataException">SPIKE498: the sample has none.</exception>
    public SpikeStream ReadSpikes()
    {
        StoredFile file = One("spike");
        return new(new(Fact("spike", "height"), Fact("spike", "width")), content.Read(file));
    }

    /// <summary>How many ticks of the spike stream come before the exposure; as many come after it.</summary>
    /// <exception cref="SpikeDataException">SPIKE498: the recipe makes no spikes, or the data are others' and do not say it.</exception>
    public int TicksBeforeExposure => Fact("spike", "ticksBeforeExposure");

    public override string ToString() => Split.Length == 0 ? $"{Clip}/{Label}" : $"{Split}/{Clip}/{Label}";

    IEnumerable<StoredFile> OfKind(string kind) => files.Where(file => file.Kind == kind);

    StoredFile One(string kind) =>
        OfKind(kind).FirstOrDefault() ?? throw Errors.NotInSample($"The recipe of {this} records no '{kind}'.");

    int Fact(string kind, string name) => products[kind]?[name] is JsonValue value && value.TryGetValue(out int fact)
        ? fact
        : throw Errors.NotInSample($"The manifest does not say '{name}' of the '{kind}' of {this}.");

    NdArray Picture(string kind, StoredFile file)
    {
        (int height, int width) = (Fact(kind, "height"), Fact(kind, "width"));
        byte[] bgr = new byte[height * width * 3];
        try
        {
            PictureFile.Decode(content.PathOf(file), content.Read(file), bgr, height, width);
        }
        catch (SpikeDataException problem)
        {
            throw new DamagedFile(content.PathOf(file), $"is no picture any more ({problem.Id})").Error;
        }

        return new(ElementType.UInt8, [height, width, 3], bgr);
    }
}

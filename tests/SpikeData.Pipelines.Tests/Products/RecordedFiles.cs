namespace SpikeData.Pipelines.Tests;

/// <summary>Keeps what products write in memory: kind and number, and the encoded bytes.</summary>
sealed class RecordedFiles : ISampleWriter
{
    readonly Dictionary<(string Kind, int Number), byte[]> files = [];

    public byte[] this[string kind, int number] => files[(kind, number)];

    /// <summary>The numbers of one kind, in the order of time.</summary>
    public IEnumerable<int> Numbers(string kind) => files.Keys.Where(file => file.Kind == kind).Select(file => file.Number).Order();

    /// <summary>Pushes a clip to a product and keeps what it writes.</summary>
    public static RecordedFiles Of(IProduct product)
    {
        var files = new RecordedFiles();
        using IRecorder recorder = product.Record(files);
        foreach ((int index, Imaging.Frame frame) in product.Exposures.Clip.Frames.Index())
        {
            using (frame) recorder.Take(frame, index);
        }

        return files;
    }

    public void Write(string kind, int exposure, int number, string extension, IFileContent content)
    {
        using (content)
        {
            var bytes = new MemoryStream();
            content.Encode(bytes);
            files.Add((kind, number), bytes.ToArray());
        }
    }
}

using System.IO.Compression;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>An .npz file opened for reading: named arrays in a zip archive, stored or deflated.</summary>
public sealed class Npz : IDisposable
{
    readonly ZipArchive archive;
    readonly string path;

    Npz(ZipArchive archive, string path) => (this.archive, this.path) = (archive, path);

    /// <summary>The names of the arrays, in the order of the file.</summary>
    public IEnumerable<string> Names => archive.Entries.Select(entry => NameOf(entry));

    /// <exception cref="SpikeDataException">SPIKE463: the file is no zip archive.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Npz Open(string path) => Open(InputFile.Open(path), path);

    /// <summary>Opens an archive that is no file of its own.</summary>
    /// <param name="stream">The archive, from its first byte on; it is closed with this.</param>
    /// <param name="path">What errors call it.</param>
    /// <exception cref="SpikeDataException">SPIKE463: this is no zip archive.</exception>
    public static Npz Open(Stream stream, string path) => new(Unzip(stream, path, "name"), path);

    public bool Contains(string name) => Names.Contains(name);

    /// <exception cref="SpikeDataException">SPIKE463: no array has this name, or its zip member is broken. SPIKE460, 461, 462: the array is.</exception>
    public NdArray Read(string name) => Read(name, Npy.Read);

    /// <summary>What stands in front of an array's numbers, which are not read.</summary>
    /// <inheritdoc cref="Read(string)" path="/exception"/>
    public NpyHeader ReadHeader(string name) => Read(name, NpyHeader.Read);

    /// <summary>Writes named arrays, stored and without dates: equal arrays give equal files on every machine.</summary>
    /// <remarks>Deflate is left out on purpose: its bytes differ between versions of zlib.</remarks>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, NdArray>> arrays)
    {
        StoredZip zip = new(stream);
        foreach ((string name, NdArray array) in arrays)
        {
            using MemoryStream header = new();
            new NpyHeader(array.Type, array.Shape.ToArray()).Write(header);
            zip.Add(name + ".npy", header.ToArray(), array.Bytes);
        }

        zip.Finish();
    }

    public void Dispose() => archive.Dispose();

    T Read<T>(string name, Func<Stream, T> read)
    {
        ZipArchiveEntry entry = archive.Entries.FirstOrDefault(entry => NameOf(entry) == name)
            ?? throw new SpikeDataException("SPIKE463", $"There is no array '{name}' here. There are: {string.Join(", ", Names)}.") { File = path };
        try
        {
            using Stream stream = entry.Open();
            return read(stream);
        }
        catch (SpikeDataException problem)
        {
            throw new SpikeDataException(problem.Id, $"'{name}': {problem.Message}", problem) { File = path };
        }
        catch (InvalidDataException broken)
        {
            throw new SpikeDataException("SPIKE463", $"The zip member of array '{name}' is broken: {broken.Message} Save the file again.", broken) { File = path };
        }
    }

    /// <summary>Opens the archive itself.</summary>
    /// <param name="stream">It is closed with the archive, or when it is none.</param>
    /// <param name="path">What errors call it.</param>
    /// <param name="example">What they call an array in it.</param>
    internal static ZipArchive Unzip(Stream stream, string path, string example)
    {
        try
        {
            ZipArchive archive = new(stream, ZipArchiveMode.Read);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (InvalidDataException broken)
        {
            stream.Dispose();
            throw new SpikeDataException("SPIKE463",
                $"This is not an .npz archive, or it was cut short. Save it again in Python with numpy.savez(path, {example}=array).", broken) { File = path };
        }
    }

    /// <summary>The name of an array, which its file in the archive has with an ending.</summary>
    internal static string NameOf(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".npy", StringComparison.Ordinal) ? entry.FullName[..^4] : entry.FullName;
}

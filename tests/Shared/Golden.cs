using System.Reflection;

namespace SpikeData.Imaging;

/// <summary>Arrays that public reference implementations computed, from tests/golden.</summary>
static class Golden
{
    static readonly string Folder = typeof(Golden).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(entry => entry.Key == "GoldenDirectory").Value!;

    /// <summary>The path of a golden file, such as <c>Golden.Path("spike-sim/physical.npz")</c>.</summary>
    public static string Path(string file) => System.IO.Path.Combine(Folder, file);

    /// <summary>One array of a golden .npz file.</summary>
    public static NdArray Read(string file, string name)
    {
        using Npz npz = Npz.Open(Path(file));
        return npz.Read(name);
    }

    /// <summary>The numbers of one array of a golden .npz file.</summary>
    public static T[] Read<T>(string file, string name)
        where T : unmanaged => Read(file, name).As<T>().ToArray();
}

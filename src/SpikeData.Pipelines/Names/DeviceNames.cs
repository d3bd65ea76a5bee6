namespace SpikeData;

/// <summary>Words that Windows takes for devices, whatever folder they stand in and whatever ending they bear.</summary>
/// <remarks>Recipes and the store share this file: a name that one allows is a name for the other.</remarks>
static class DeviceNames
{
    static readonly HashSet<string> All = new(
        new[] { "con", "prn", "aux", "nul", "conin$", "conout$" }.Concat("0123456789¹²³".SelectMany(port => new[] { $"com{port}", $"lpt{port}" })),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name is one, such as <c>aux</c> or <c>Con.png</c>.</summary>
    public static bool Contains(string name) => All.Contains(name.Split('.')[0].TrimEnd());
}

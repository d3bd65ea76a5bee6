namespace SpikeData.Training;

/// <summary>What wrappers put in front of the names of all arrays: DataParallel, torch.compile, Lightning, and training code that keeps its network as a member.</summary>
static class WrapperPrefix
{
    static readonly string[] Known = ["module.", "_orig_mod.", "model.", "net."];

    /// <summary>The prefix of all names, of one wrapper or of several around each other; empty where there is none.</summary>
    public static string Of(IEnumerable<string> names)
    {
        string[] all = [.. names];
        string prefix = "";
        while (Known.FirstOrDefault(wrapper => all.Length > 0 && all.All(name => name.AsSpan(prefix.Length).StartsWith(wrapper, StringComparison.Ordinal))) is { } found) prefix += found;
        return all.Any(name => name.Length == prefix.Length) ? "" : prefix;
    }
}

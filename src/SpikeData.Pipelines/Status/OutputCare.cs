using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Looks after the folder in which data sets appear: removes one, and finds those that no recipe names any more.</summary>
public sealed class OutputCare(Workspace workspace)
{
    /// <summary>Removes the files of a data set that the program wrote and nobody changed since. Its clips stay in the store.</summary>
    /// <param name="name">The data set; no recipe need name it.</param>
    /// <param name="pretend">Only says what would be removed.</param>
    /// <exception cref="SpikeDataException">SPIKE142: there is no such data set. SPIKE408: its files lie behind a link.</exception>
    public RemovedDataset Remove(string name, bool pretend = false)
    {
        string directory = Path.Combine(workspace.OutputDirectory, name);
        if (FileName.FaultOf(name) is not null || !IsDataset(directory)) throw Errors.NothingToRemove(name, workspace.OutputDirectory, Names());
        if (new DirectoryInfo(directory).LinkTarget is not null) throw Errors.LinkedFolder(directory);
        using Lease? alone = pretend ? null : Lease.Take(
            DatasetFolder.LeaseOf(directory), () => workspace.Progress?.Report(new(name, "", BuildPhase.Waiting, 0, null)), workspace.Cancellation);
        string stamps = new StoreMemory(workspace.StoreDirectory).OfDataset(directory);
        DatasetFolder folder = new(directory, new WrittenFiles(stamps, workspace.Jobs), workspace.Cancellation);
        IReadOnlyList<RelativePath> removed = pretend ? folder.Unchanged() : folder.Clear();
        if (!pretend) foreach (string memory in (string[])[stamps, stamps + StoreMemory.Seal]) Disk.DeleteFile(memory);
        HashSet<string> gone = [.. removed.Select(path => path.Text)];
        return new(directory, [.. removed.Select(path => path.Text)], [.. FilesOf(directory).Where(path => !gone.Contains(path))]);
    }

    /// <summary>The folders of data sets that none of these recipes names: mostly of one that has another name now.</summary>
    public IReadOnlyList<string> Strays(IEnumerable<Pipeline> recipes)
    {
        HashSet<string> known = [.. recipes.Select(pipeline => pipeline.Name)];
        return [.. Names().Where(name => !known.Contains(name))];
    }

    string[] Names() => Directory.Exists(workspace.OutputDirectory)
        ? [.. Directory.EnumerateDirectories(workspace.OutputDirectory).Where(IsDataset).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : [];

    static bool IsDataset(string directory) => Manifest.Read(directory) is not null || DatasetFolder.IsUnfinished(directory);

    /// <summary>What lies in a folder; links are named and not followed.</summary>
    static IEnumerable<string> FilesOf(string directory) => Directory.Exists(directory)
        ? Directory.EnumerateFiles(directory, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(path => Path.GetRelativePath(directory, path).Replace('\\', '/')).Order(StringComparer.Ordinal)
        : [];
}

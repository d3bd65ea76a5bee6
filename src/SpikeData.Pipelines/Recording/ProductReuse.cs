using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Takes products that the store has already into the draft of a clip.</summary>
/// <param name="store">Where they are.</param>
/// <param name="folder">The draft.</param>
/// <param name="workspace">Where and with what.</param>
sealed class ProductReuse(ClipStore store, string folder, Workspace workspace)
{
    /// <summary>The products among some that the store has; of those whose files are not what was written, nothing is left in the draft.</summary>
    /// <param name="products">The products of a clip by their kinds.</param>
    public IReadOnlyList<TakenProduct> Take(IReadOnlyDictionary<string, ProductPlan> products)
    {
        TakenProduct[] placed = [.. products.Select(product => Find(store, product.Value.Key, workspace)).OfType<TakenProduct>().Where(TryPlace)];
        StoredFile[] files = [.. placed.SelectMany(product => product.Files)];
        // Every byte is read once more: what a donor was recorded with may have been written over by now, its size and time set back.
        WrittenFiles written = new(Path.Combine(folder, ClipStore.Stamps), workspace.Jobs);
        HashSet<string> damaged = [.. written.Damaged(folder, files, workspace.Cancellation).Select(file => file.Path)];
        foreach (TakenProduct product in placed.Where(IsDamaged)) Remove(product);
        return [.. placed.Where(product => !IsDamaged(product))];

        bool IsDamaged(TakenProduct product) => product.Files.Any(file => damaged.Contains(file.Path.In(folder)));
    }

    /// <summary>A product in a clip of the store whose files are all in place, as far as can be told without reading them.</summary>
    public static TakenProduct? Find(ClipStore store, ContentKey product, Workspace workspace)
    {
        foreach (ContentKey key in store.With(product).All())
        {
            if (store.Find(key) is not { Products: { } products } clip) continue;
            if (products.FirstOrDefault(each => each.Value == product) is not { Key: { } kind }) continue;
            string folder = store.FolderOf(key);
            TakenProduct found = new(kind, clip, FilesOf(clip, kind));
            HashSet<string> damaged = [.. ClipStore.Damaged(folder, clip, workspace.Jobs, workspace.Cancellation).Select(file => file.Path)];
            bool isWhole = found.Files.All(file => !damaged.Contains(file.Path.In(folder)) && file.Path.LinkIn(folder) is null);
            if (isWhole && found.Facts is JsonObject) return found;
        }

        return null;
    }

    static StoredFile[] FilesOf(StoredClip clip, string kind)
    {
        StoredFile[] files = [.. clip.Files.Where(file => file.Kind == kind)];
        HashSet<string> sidecars = [.. files.Select(file => Sidecar.PathOf(file.Path.Text))];
        return [.. files, .. clip.Files.Where(file => file.Kind == SampleFiles.SidecarKind && sidecars.Contains(file.Path.Text))];
    }

    bool TryPlace(TakenProduct product)
    {
        try
        {
            foreach (StoredFile file in product.Files) HardLink.Place(file.Path.In(store.FolderOf(product.Donor.Key)), file.Path.In(folder));
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another build replaces the donor at this moment, or the disk is full, which recording finds out, too.
            Remove(product);
            return false;
        }
    }

    void Remove(TakenProduct product)
    {
        foreach (string path in product.Files.Select(file => file.Path.In(folder)).Where(File.Exists)) Disk.DeleteFile(path);
    }
}

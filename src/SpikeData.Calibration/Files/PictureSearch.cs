using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>Finds the pictures and recordings that a camera took of a board.</summary>
public static class PictureSearch
{
    /// <summary>The pictures of one recording: those of a folder, or those that match a pattern, in the order that their names say, as in recipes.</summary>
    /// <exception cref="SpikeDataException">SPIKE601: there are none. SPIKE425: their names say no order.</exception>
    public static IReadOnlyList<string> Pictures(string where)
    {
        string[] pictures = [.. Find(where, "").Where(file => !SpikeViewing.IsRecording(file))];
        return pictures.Length > 0 ? FrameOrder.Of(pictures).Sure() : throw Errors.NoPictures(where);
    }

    /// <summary>The pictures and recordings of a folder, or those that match a pattern such as <c>photos/left*.png</c>, sorted by their names; when each was taken does not matter.</summary>
    /// <param name="where">A folder or a pattern.</param>
    /// <param name="side">"left" or "right": where a folder holds pictures of both, only those whose names begin so.</param>
    /// <exception cref="SpikeDataException">SPIKE601: there are none.</exception>
    public static IReadOnlyList<string> Find(string where, string side)
    {
        bool isFolder = Directory.Exists(where);
        string folder = isFolder ? where : Path.GetDirectoryName(where) is { Length: > 0 } parent ? parent : ".";
        if (!Directory.Exists(folder)) throw Errors.NoPictures(where);
        IReadOnlyList<string> files = FrameOrder.Of(Directory.GetFiles(folder, isFolder ? "*" : Path.GetFileName(where))
            .Where(file => Path.GetFileName(file)[0] != '.' && (MediaFiles.IsPicture(file) || SpikeViewing.IsRecording(file)))).Files;
        string[] own = [.. files.Where(file => Path.GetFileName(file).StartsWith(side, StringComparison.OrdinalIgnoreCase))];
        if (isFolder && own.Length > 0) files = own;
        return files.Count > 0 ? files : throw Errors.NoPictures(where);
    }
}

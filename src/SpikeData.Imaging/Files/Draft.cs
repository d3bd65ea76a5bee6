using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A place beside a result in which it is made, under a name that nobody has. The result takes its own name when it is complete.</summary>
/// <remarks>
/// Whoever looks, at any instant and after any crash, sees what was there before, the result, or nothing; never a part. What a killed process leaves is
/// removed by the next one that makes the same result.
/// </remarks>
public sealed class Draft : IDisposable
{
    const string NewName = "new", OldName = "old", GoneName = "gone";

    readonly string folder, top;
    readonly FileStream owner;
    bool isDone;

    /// <param name="target">The result: a file, or a folder that is replaced as a whole. A link to a folder stands for that folder.</param>
    /// <exception cref="SpikeDataException">SPIKE488: files of others are there. SPIKE489: nothing can be put there as a whole.</exception>
    /// <exception cref="IOException">Nothing can be written beside it.</exception>
    public Draft(string target)
    {
        Target = FilePlace.Real(target);
        top = FilePlace.TopMissing(Target);
        string beside = Path.GetDirectoryName(top) ?? throw FilePlace.Impossible(target, "It is the root of a file system.");
        folder = DraftName.New(top);
        string early = DraftName.Early(folder), ownerPath = Path.Combine(folder, DraftName.OwnerName);
        Disk.MakeFolder(early);
        try
        {
            owner = DraftName.Lock(Path.Combine(early, DraftName.OwnerName), FileMode.CreateNew);
        }
        catch
        {
            // A full disk may have room for a folder and none for a file.
            Disk.DeleteFolder(early, recursive: true);
            throw;
        }

        try
        {
            if (OperatingSystem.IsWindows()) owner.Dispose();
            Disk.MoveFolder(early, folder);
            if (OperatingSystem.IsWindows()) owner = DraftName.Lock(ownerPath, FileMode.Open);
            owner.Write(System.Text.Encoding.UTF8.GetBytes($"spikedata (process {Environment.ProcessId} on {Environment.MachineName}) is making {Path.GetFileName(target)} here.\n"));
            owner.Flush();
            DraftName.Sweep(top, ownerPath);
            Content = Path.Combine(folder, NewName, Path.GetRelativePath(beside, Target));
            Disk.MakeFolder(Path.GetDirectoryName(Content)!);
            if (FilePlace.IsEmptyFolder(Target)) TryToMove();
            else if (Directory.Exists(Target)) Replacement.RequireOurs(Target, target);
            LiveDrafts.Add(this);
        }
        catch
        {
            Remove();
            throw;
        }
    }

    /// <summary>The name it will take, as a full path without links.</summary>
    public string Target { get; }

    /// <summary>Where it is made: a file or a folder that is not there yet.</summary>
    public string Content { get; }

    /// <summary>Puts the file or folder in its place. A folder that was there goes, if every file in it was written by this program.</summary>
    /// <exception cref="SpikeDataException">SPIKE488: meanwhile files of others are there.</exception>
    public void Publish()
    {
        if (Directory.Exists(Content)) FolderContent.Sign(Content);
        else FileMark.Set(Content);
        LiveDrafts.Publish(this, Directory.Exists(Content) ? PlaceFolder : () => Disk.MoveFile(Content, Target, overwrite: true));
        Dispose();
    }

    /// <summary>Removes what was made, unless it is in its place.</summary>
    public void Dispose()
    {
        if (isDone) return;
        isDone = true;
        LiveDrafts.Remove(this);
        Remove();
    }

    void PlaceFolder()
    {
        if (!Directory.Exists(Target))
        {
            if (!Directory.Exists(top)) Disk.MoveFolder(Path.Combine(folder, NewName, Path.GetFileName(top)), top);
            else
            {
                // Somebody else has made a folder on the way in the meantime.
                Disk.MakeFolder(Path.GetDirectoryName(Target)!);
                Disk.MoveFolder(Content, Target);
            }

            return;
        }

        Replacement.RequireOurs(Target, Target);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Content, File.GetUnixFileMode(Target));
        string old = MoveAway();
        try
        {
            Disk.MoveFolder(Content, Target);
        }
        catch
        {
            Disk.MoveFolder(old, Target);
            throw;
        }
    }

    string MoveAway()
    {
        string old = Path.Combine(folder, OldName, Path.GetFileName(Target));
        Disk.MakeFolder(Path.GetDirectoryName(old)!);
        Disk.MoveFolder(Target, old);
        return old;
    }

    /// <summary>Finds out before the work whether a folder can be replaced after it: the root of a mounted file system cannot.</summary>
    void TryToMove()
    {
        try
        {
            Disk.MoveFolder(MoveAway(), Target);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            throw FilePlace.Impossible(Target, $"The folder cannot be replaced as a whole, perhaps since a file system is mounted there: {busy.Message}");
        }
    }

    internal void Remove()
    {
        RemoveParts(folder);
        if (Directory.Exists(folder)) Disk.DeleteFile(Path.Combine(folder, DraftName.OwnerName));
        owner.Dispose();
        if (Directory.Exists(folder)) Disk.DeleteFolder(folder);
    }

    static void RemoveParts(string folder)
    {
        string gone = Path.Combine(folder, GoneName), old = Path.Combine(folder, OldName);
        DeleteTree(gone);
        DeleteTree(Path.Combine(folder, NewName));
        if (!Directory.Exists(old)) return;
        // By another name first: what is half removed may not go back.
        Disk.MoveFolder(old, gone);
        DeleteTree(gone);
    }

    static void DeleteTree(string path)
    {
        if (Directory.Exists(path)) Disk.DeleteFolder(path, recursive: true);
    }

    /// <summary>Removes a draft that nobody works in. A folder that it was about to replace goes back where nothing else has come.</summary>
    /// <exception cref="IOException">Somebody works there.</exception>
    internal static void RemoveDead(string folder, string beside)
    {
        string owner = Path.Combine(folder, DraftName.OwnerName);
        if (File.Exists(owner))
        {
            using FileStream alone = DraftName.Lock(owner, FileMode.Open, FileOptions.DeleteOnClose);
            string old = Path.Combine(folder, OldName);
            foreach (string replaced in Directory.Exists(old) ? Directory.GetDirectories(old) : [])
            {
                string place = Path.Combine(beside, Path.GetFileName(replaced));
                if (!Directory.Exists(place)) Disk.MoveFolder(replaced, place);
            }

            RemoveParts(folder);
        }

        // Anything else in it is not ours, and keeps the folder.
        Disk.DeleteFolder(folder);
    }
}

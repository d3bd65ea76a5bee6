using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>What can go wrong on this floor, each under its id of docs/errors.md.</summary>
static class Errors
{
    /// <summary>A stage threw something that is not meant for people: its code has a defect.</summary>
    public const string StageFailedId = "SPIKE410";

    /// <summary>The store lost a clip since it was looked at, or a file of one.</summary>
    public const string StoreDamagedId = "SPIKE411", DamagedId = "SPIKE419";

    const int LinuxDiskFull = 28, LinuxQuotaFull = 122, WindowsDiskFull = unchecked((int)0x80070070);

    public static SpikeDataException SourceAbsent(SourcePattern from, string searched, string? otherCase) => new("SPIKE401", otherCase is not null
        ? $"Nothing matches '{from}' in {searched}, where upper and lower case differ: {otherCase} would match in the other case. Correct 'from', or rename the files."
        : $"Nothing matches '{from}' in {searched}.{MissingPath.Hint(from.Text, searched)} Put the files there, correct 'from', or write 'optional: true' to skip the recipe while they are absent.");

    public static SpikeDataException FileAbsent(NamedFile file, string searched) => new("SPIKE522",
        $"There is no {file.Path} in {searched}{(file.Origin.Length > 0 ? $" ({file.Origin})" : "")}.{MissingPath.Hint(file.Path, searched)} Put it there, correct the name, or write 'optional: true' in the first stage to skip the recipe while it is absent.");

    public static SpikeDataException NoFramesInName(string clip, NameWithFrames form, object stage) => new SpikeDataException("SPIKE523",
        $"The name of the clip '{clip}' does not say how many frames an exposure lasts: a number from 1 to 100000 was expected where '{form}' has {{frames}}, and only one way to read it. "
        + "Correct 'frames', leave the clip out by 'from', or write 'expose' with a number.").At(stage);

    public static SpikeDataException Unreadable(string path, Exception cause) => new("SPIKE402",
        OpenFileLimit.Explain(cause) is { } limit ? $"{path} cannot be read: {limit}" : $"{path} cannot be read: {cause.Message} Replace the file or check its permissions.", cause);

    public static SpikeDataException BeingWritten(string path) => new("SPIKE402",
        $"{path} changed while it was read. Build again when whatever writes it has finished.");

    public static SpikeDataException SameName(ClipSource first, ClipSource second) => new("SPIKE403", first.Title == second.Title
        ? $"Two clips are named '{first.Title}': {first.Files[0]} and {second.Files[0]}. Put {{split}} or {{clip}} where the paths differ, or rename one."
        : $"'{first.Title}' and '{second.Title}' are one folder on Windows and macOS, where letters in upper and lower case are the same: {first.Files[0]} and {second.Files[0]}. Rename one.");

    public static SpikeDataException NoProducts(object stage) => new SpikeDataException("SPIKE404",
        "There is nothing to write. Put synthesize-blur, simulate-spikes or extract-sharp before 'write'.").At(stage);

    public static SpikeDataException SameKind(string kind, object stage) => new SpikeDataException("SPIKE405",
        $"Two stages record '{kind}' files, which would have the same names. Keep one of them, or write a second recipe.").At(stage);

    public static SpikeDataException BadName(string what, string name, string fault, string? file = null) => new("SPIKE436",
        $"{what} {FileName.Quoted(name)} cannot be called so: the name {fault}. Rename it: names become files, which every system has to be able to bear.")
    {
        File = file,
    };

    public static SpikeDataException SameFile(RelativePath path) => new("SPIKE405",
        $"{path} would be written twice. A product gives each of its files a number of its own.");

    /// <summary>What a failure to write means to a person; other failures pass through.</summary>
    public static Exception Writing(string path, Exception cause) => cause switch
    {
        IOException { HResult: LinuxDiskFull or LinuxQuotaFull or WindowsDiskFull } => new SpikeDataException("SPIKE406",
            $"The disk is full: {path} could not be written. Make room or point --store and --output elsewhere, and build again; finished clips are kept.", cause),
        IOException when OpenFileLimit.Explain(cause) is { } limit => new SpikeDataException("SPIKE407", $"{path} could not be written: {limit}", cause),
        UnauthorizedAccessException or IOException => new SpikeDataException("SPIKE407",
            $"{path} could not be written: {cause.Message} Check the permissions of the folder, or choose others with --store and --output.", cause),
        _ when IsBeyondLimit(cause) => new SpikeDataException("SPIKE407",
            $"{path} could not be written: a limit on the size of files is reached (ulimit -f). Raise it, and build again; finished clips are kept.", cause),
        _ => cause,
    };

    /// <summary>The framework takes a write beyond such a limit for a wrong argument.</summary>
    static bool IsBeyondLimit(Exception cause) =>
        cause is ArgumentOutOfRangeException { ParamName: "value" } && cause.StackTrace?.Contains($"{typeof(File).Namespace}.", StringComparison.Ordinal) == true;

    /// <summary>Notes which stage of the recipe a failure belongs to.</summary>
    public static SpikeDataException At(this SpikeDataException error, object stage)
    {
        error.Data[nameof(StageOf)] = stage;
        return error;
    }

    /// <summary>The stage noted by <see cref="At"/>.</summary>
    public static object? StageOf(Exception error) => error.Data[nameof(StageOf)];

    public static SpikeDataException ForeignFolder(string directory) => new("SPIKE408",
        $"{directory} holds files but no manifest of a data set, so nothing is written there. Choose another output folder, or empty this one yourself.");

    public static SpikeDataException LinkedFolder(string link) => new("SPIKE408",
        $"{link} is a symbolic link, so nothing behind it is written or removed. Put a folder in its place, or choose another output folder.");

    public static SpikeDataException StoreDamaged(string folder) => new(StoreDamagedId,
        $"{folder} does not hold the clip it should. Remove it with spikedata verify --repair, or delete that folder, and build again.");

    public static SpikeDataException DraftGone(string folder) => new("SPIKE430",
        $"{folder} disappeared while a clip was recorded into it: the store was removed, or this machine stood still for more than an hour. Build again.");

    public static SpikeDataException ReadsBackOtherwise(DamagedFile file) => new("SPIKE431",
        $"{file.Path} was written a moment ago and {file.Problem}. The clip was not kept. Check the disk, and build again.");

    public static SpikeDataException OtherBytesUnderOneKey(StoredClip clip, StoredClip there, string file) => new("SPIKE432",
        $"{file} came out with other bytes than the store has under the same key, {clip.Key}: {there.RecordedBy ?? "an older version"} wrote those, {clip.RecordedBy} wrote these. "
        + "Either the code of a stage changed without its version, or one of the machines computes wrongly. Find out which, and remove what is wrong from the store.");

    public static SpikeDataException FolderTaken(string directory) => new("SPIKE434",
        $"Another build took over {directory} while this one stood still, for more than two minutes. Build again: what is there is completed.");

    public static SpikeDataException NotPublished(string folder, Exception? cause) => new("SPIKE433",
        $"{folder} could not be put in place, and no clip appeared there for a minute and a half: {cause?.Message} Check the folder, and build again.", cause);

    public static SpikeDataException NoSamples(int clips) => new("SPIKE409",
        $"{(clips == 1 ? "The clip gives no" : $"None of the {clips} clips gives a")} sample: {(clips == 1 ? "it ends" : "they end")} before one exposure with its margins is over. Use longer clips, a higher interpolation factor, or fewer frames per exposure.");

    /// <summary>The same, found out before anything is recorded.</summary>
    public static SpikeDataException NoSamples(IReadOnlyList<PlannedClip> clips)
    {
        PlannedClip longest = clips.MaxBy(clip => clip.Frames ?? 0)!;
        if (longest is not { Frames: { } frames, FramesNeeded: { } needed }) return NoSamples(clips.Count);
        string has = clips.Count == 1 ? $"The clip has {Counted.Of(frames, "frame")}" : $"The longest of {clips.Count} clips has {Counted.Of(frames, "frame")}";
        return new("SPIKE409", $"{has}, and one sample needs {needed}: an exposure, and before and after it what its spikes need. Use longer clips, a higher interpolation factor, or fewer frames per exposure.");
    }

    /// <summary>No sample, where clips were left out or cut because of damage.</summary>
    public static SpikeDataException NoSamplesLeft(int clips, IReadOnlyList<string> damaged) => new("SPIKE409",
        $"{(clips == 1 ? "The clip gives no" : $"None of the {clips} clips gives a")} sample: {(damaged.Count == clips ? clips == 1 ? "it was" : "all were" : $"{damaged.Count} were")} {damaged[0]}"
        + $"{(damaged.Count > 1 ? $", and likewise {damaged.Count - 1} more" : "")}. Copy {(clips == 1 ? "the file" : "the files")} again from {(clips == 1 ? "its" : "their")} source, or change 'damaged' in decode.");

    public static SpikeDataException NotInSample(string what) => new("SPIKE498", $"{what} Ask for what its manifest lists, or build it with a recipe that makes it.");

    public static SpikeDataException StageFailed(Exception cause) => new(StageFailedId,
        $"A stage failed with {cause.GetType().Name}: {cause.Message} This is a defect of the stage's code.", cause);

    public static SpikeDataException NoLightLimit(string variable, string text) => new("SPIKE469",
        $"{variable} is '{text}', which is no size. Write how many GiB of light the store may keep, such as {variable}=4 or 0.5; 0 keeps none.");

    public static SpikeDataException EndsEarly(ClipSource clip, int count, FrameRange range) => new("SPIKE412",
        $"The clip has {Counted.Of(count, "frame")}, counted from 0, but the recipe asks for {range}. Ask for fewer, or leave the end open: {range.First}..")
    {
        File = clip.Files[0],
    };

    public static SpikeDataException UnevenSharp(int frames, Exposures exposures, object stage) => new SpikeDataException("SPIKE413",
        $"{frames} sharp frames cannot be spread evenly over an exposure of {exposures.Frames} frames so that each is a numbered one. Possible are {string.Join(", ", exposures.EvenCounts)}.").At(stage);

    public static SpikeDataException TooSmall(Clip clip, int scale, object stage) => new SpikeDataException("SPIKE414",
        $"Frames of {clip.Size} have no room for pixels of {scale}x{scale} frame pixels. Choose a smaller scale, or a larger size in decode.").At(stage);

    public static SpikeDataException SameFlaw(Type flaw, object stage) => new SpikeDataException("SPIKE480",
        $"The flaw '{StageForm.NameOf(flaw)}' is given twice, with nothing to say which counts. Keep one of them.").At(stage);

    public static SpikeDataException NoLock(string path, bool isDamaged) => new("SPIKE416", isDamaged
        ? "The lock cannot be understood. Take it from version control again, or write a new one: spikedata lock."
        : "There is no lock to compare with. Write one and commit it: spikedata lock, or dotnet build -p:SpikeDataLock=true.")
    {
        File = path,
    };

    public static SpikeDataException NotLocked(string name) => new("SPIKE417",
        $"The lock does not name the data set '{name}'. {LockAgain(name)}");

    public static SpikeDataException Drift(string name, KeyChange change) => new("SPIKE417",
        $"'{name}' is not what was locked: {change.Sentence}. {LockAgain(name)}");

    public static SpikeDataException OtherBytes(string name, string clip) => new("SPIKE418",
        $"'{name}' has the recipe and the sources that were locked, but clip '{clip}' came out with other bytes. Either a stage's code changed without its version, or files were damaged: see spikedata verify. {LockAgain(name)}");

    public static SpikeDataException Damaged(DamagedFile file) => new(DamagedId,
        file.IsElsewhere
        ? $"The file {file.Problem}. Put the file itself in the place of the link."
        : $"The file {file.Problem}. Remove it with spikedata verify --repair; the next build makes it anew.")
    {
        File = file.Path,
    };

    /// <summary>A manifest is a file, and may come from anyone.</summary>
    public static SpikeDataException BadManifest(string path, string fault) => new("SPIKE435",
        $"The file was damaged, or was not written by this program: {fault} Nothing in its folder is read or removed. Copy the data set again from where it came from, or delete its folder and build it anew.")
    {
        File = path,
    };

    static string LockAgain(string name) =>
        $"If that is meant, lock it again and commit the lock: spikedata lock {name}, or dotnet build -p:SpikeDataLock=true.";

    /// <summary>Folders of others have recordings but nothing that describes them.</summary>
    public static SpikeDataException NoManifest(string directory)
    {
        string? recording = Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*.dat", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault() : null;
        return new("SPIKE456", "This folder is no data set built here: it has no manifest.json of this version. " + (recording is null
            ? "Name a file, or a folder that a build has written."
            : SsdmFolder.Holds(directory)
                ? $"It has the folders of the S-SDM layout, of which shards with a manifest can be made: spikedata convert {directory} shards"
                : $"Its recordings can be used one by one, with the size of the sensor, such as: spikedata convert {recording} out.npz --size 320x180")) { File = directory };
    }

    public static SpikeDataException UsersUnknown(string store, string output) => new("SPIKE497",
        $"Nothing says what the clips in this store are for: {output} holds no data set, and no build has noted itself in the store. Name the folder of the data sets with --output, or build them once, and clear away then.")
    {
        File = store,
    };

    public static SpikeDataException NotBuilt(string name, string directory) => new("SPIKE415",
        $"The data set '{name}' is not in {directory}, or its build did not end. Build it first: dotnet build, or spikedata build {name}.");

    public static SpikeDataException NothingToRemove(string name, string output, IEnumerable<string> names) => new("SPIKE142",
        $"There is no data set {FileName.Quoted(name)} in {output}, so nothing is removed. There are: {(string.Join(", ", names) is { Length: > 0 } list ? list : "none")}.");
}

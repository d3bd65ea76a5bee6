using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>What can go wrong on this floor, each under its id of docs/errors.md.</summary>
static class Errors
{
    public static SpikeDataException BoardSize(string size) => new("SPIKE600",
        $"'{size}' is not the size of a board. Write marks in a row x rows of marks, 3 to 100 each, such as 9x6 for a checkerboard of 10x7 squares.");

    public static SpikeDataException Spacing(double spacing) => new("SPIKE600",
        $"Marks of a board cannot be {spacing} apart. Give the distance from one corner to the next in any unit, such as 25 for 25 mm.");

    public static SpikeDataException Window(string text, int smallest, int largest) => new("SPIKE600",
        $"'{text}' is not a window. Write {smallest} to {largest} pixels, or auto for a quarter of the way to the next corner.");

    public static SpikeDataException NoPictures(string where) => new("SPIKE601",
        $"There are no PNG or JPEG pictures and no spike recordings at '{where}'. Give a folder, or a pattern such as '{Path.Combine(where, "left*.png")}'.") { File = where };

    public static SpikeDataException NoPairs(string left, string right) => new("SPIKE601",
        $"No picture of '{left}' has a partner in '{right}'. Partners have equal names, or the same last number in them, such as left07.png and right07.png.") { File = left };

    public static SpikeDataException NoSuchPair(string name, IEnumerable<string> names) => new("SPIKE601",
        $"There is no pair '{name}' to leave out. There are {List(names)}.");

    public static SpikeDataException NoBoard(Board board, IReadOnlyList<BoardView> views, Board? guess) => new("SPIKE602",
        $"The {board} is in none of the {views.Count} pictures, of which this is the first. "
        + (guess is null
            ? "The whole board must be in the picture, lit evenly and sharp. Count its marks: a checkerboard has one inner corner less than squares, each way."
                + (SpikeViewing.IsRecording(views[0].Picture.File ?? "") ? $" If these are no frames of {views[0].Picture.Width}x{views[0].Picture.Height}, 'spikedata inspect' says what they may be." : "")
            : $"A {guess} is: did you mean --board {guess.Columns}x{guess.Rows}? Inner corners are counted, not squares.")) { File = views[0].Picture.File ?? views[0].Name };

    public static SpikeDataException LargerBoard(Board board, BoardView view, Board larger) => new("SPIKE602",
        $"It shows a {larger}, of which {board.Columns}x{board.Rows} are a part: which part, two cameras may not agree on. Did you mean --board {larger.Columns}x{larger.Rows}?")
    {
        File = view.Picture.File ?? view.Name,
    };

    public static SpikeDataException SamePicture(ViewPair pair) => new("SPIKE601",
        $"It is the same picture as {pair.Left!.Picture.File}: two cameras do not see the same to the last pixel. Give the other camera's pictures.") { File = pair.Right!.Picture.File };

    public static SpikeDataException OtherSize(GrayPicture picture, GrayPicture first) => new("SPIKE603",
        $"{picture.Name} has {picture.Width}x{picture.Height} pixels and {first.Name} {first.Width}x{first.Height}. One camera's pictures have one size: take the others out.")
    {
        File = picture.File ?? picture.Name,
    };

    public static SpikeDataException FewViews(Board board, IReadOnlyList<BoardView> views) => new("SPIKE604",
        $"{Seen(views.Count(view => view.Marks is not null), $"of {views.Count} pictures")} the {board}; a camera takes at least {CameraCalibration.FewestViews}, better 10 to 20, "
        + "with the board tilted to all sides and in all parts of the picture. Not found in: "
        + $"{List(views.Where(view => view.Marks is null).Select(view => view.Name))}.") { File = views.Count == 0 ? null : Folder(views[0].Picture) };

    public static SpikeDataException FewPairs(Board board, IReadOnlyList<ViewPair> pairs)
    {
        IEnumerable<string> left = pairs.Where(pair => pair.Left?.Marks is not null && pair.Right?.Marks is null).Select(pair => pair.Left!.Name);
        IEnumerable<string> right = pairs.Where(pair => pair.Right?.Marks is not null && pair.Left?.Marks is null).Select(pair => pair.Right!.Name);
        return new("SPIKE605",
            $"{Seen(pairs.Count(pair => pair.IsSeenByBoth), "of the pairs")} the {board} to both cameras at once; how they stand to each other takes at least {CameraCalibration.FewestViews}. "
            + $"Only the left camera saw it in: {List(left)}. Only the right one in: {List(right)}. Hold the board where both see all of it, and check that pictures of one time have one number.")
        {
            File = pairs.Select(pair => pair.Left ?? pair.Right).OfType<BoardView>().Select(view => Folder(view.Picture)).FirstOrDefault(),
        };
    }

    public static SpikeDataException NoCamera(BoardView view, string found) => new("SPIKE606",
        $"The views do not determine a camera: {found}. Views of a board that always faces the camera the same way leave its focal length open; "
        + "tilt the board by 20 to 45 degrees to all sides.") { File = Folder(view.Picture) };

    public static SpikeDataException File(string file, long line, long column, string what) => new("SPIKE607", what) { File = line == 0 ? file : $"{file}({line},{column})" };

    public static SpikeDataException OtherCamera(string file, FrameSize size, Camera camera) => new("SPIKE608",
        $"It has {size} pixels, but the calibration is of a camera with {camera.Width}x{camera.Height}. Calibrate this camera, or name its calibration file.") { File = file };

    public static SpikeDataException OtherTime(string file, long ticks) => new("SPIKE608",
        $"By this clock every picture lies outside of the {ticks} ticks that were recorded. It belongs to another recording: find this one's with 'spikedata synchronise'.") { File = file };

    public static SpikeDataException Region(string text) => new("SPIKE610",
        $"'{text}' is not a region of a picture. Write x,y,width,height in pixels, such as 120,80,40,40.");

    public static SpikeDataException RegionOutside(Region region, int height, int width, string file) => new("SPIKE610",
        $"The region {region} is not within {width}x{height} pixels. Give one that is; pictures and spikes have regions of their own.") { File = file };

    public static SpikeDataException NoSpikeFile(string path, string clip) => new("SPIKE611",
        $"The pictures of '{clip}' have no recording of spikes at {path}. Put it there, or correct 'spikes'; {{clip}} and {{split}} stand for the same words as in 'pictures'.")
    {
        File = path,
    };

    public static SpikeDataException NoSpikes(string clip) => new("SPIKE612",
        $"'{clip}' is a clip without spikes. A recipe that calibrates begins with read-recording, and nothing stands between the two.");

    public static SpikeDataException NoClock(string file, SharedSignal signal, double correlation) => new("SPIKE613",
        $"{signal.Pictures.Count} pictures and {signal.Ticks} ticks do not tell their clock"
        + (double.IsNaN(correlation) ? $": at least {ClockMatch.FewestPictures} pictures and one exposure of ticks are needed. "
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $": the best correlation of what both saw is {correlation:0.00}, and half is the least. "))
        + "Use what changes in the scene: --signal motion where things move, --signal flash where an LED flashes irregularly; and check the two rates.") { File = file };

    public static SpikeDataException NoFlash(string file) => new("SPIKE615",
        "Nothing in it flashes: no place changes more than all others do. Let both cameras see an LED that flashes irregularly, give its regions, or use --signal motion.") { File = file };

    public static SpikeDataException NoExposure(string file, int longest) => new("SPIKE614",
        $"No picture has {longest} recorded ticks around it, so its exposure cannot be found. Try a shorter one, or check the clock.") { File = file };

    public static SpikeDataException ShortRecording(string file, long ticks, int fewest) => new("SPIKE616",
        $"{ticks} ticks tell nothing about pixels; at least {fewest} do, better some thousands. Give a longer recording.") { File = file };

    public static SpikeDataException NothingToMeasure() => new("SPIKE616",
        "There is no recording to measure pixels by. Give one with the lens covered (--dark), one of even light (--flat), or some of scenes (--spikes).");

    public static SpikeDataException NoResponse(string file) => new("SPIKE617",
        "Too few levels of gray occur in the pictures and in the spikes of their exposures to fit a curve through. Give pictures of a scene with dark and bright parts, and check rig and clock.") { File = file };

    public static SpikeDataException OtherSensor(PixelRates other, PixelRates first) => new("SPIKE603",
        $"{other.Name} has {other.Width}x{other.Height} pixels and {first.Name} {first.Width}x{first.Height}. Recordings of one camera have one size: take the others out.") { File = other.Name };

    public static SpikeDataException OtherSensor(string file, int height, int width, int knownHeight, int knownWidth) => new("SPIKE608",
        $"It has {width}x{height} pixels, but the photometry is of a sensor with {knownWidth}x{knownHeight}. Measure this camera, or name its photometry file.") { File = file };

    public static SpikeDataException NoMap(string map, string file) => new("SPIKE618",
        $"{Path.GetFileName(file)} states this map of all pixels, and it is not there. Put it beside that file, or take its part out of the file.") { File = map };

    public static SpikeDataException OtherMap(string map, string file, string digest) => new("SPIKE618",
        $"It is not the map that {Path.GetFileName(file)} states. If it was changed on purpose, write 'sha256: {digest}' there.") { File = map };

    public static SpikeDataException MapShape(string map, NdArray array, int height, int width) => new("SPIKE618",
        $"It holds {array}, but a map of this sensor is u2[{height}, {width}]. In Python: numpy.save(path, array.astype('<u2')).") { File = map };

    public static SpikeDataException NoCurve(string file) => new("SPIKE619",
        "It does not say how codes of pictures follow from light. Fit that with 'spikedata photometry --pictures ... --clock ... --rig ...', or leave 'linear' out.") { File = file };

    public static SpikeDataException UpsideDown(string file, Imaging.RowOrder rows, double likeness, double other) => new("SPIKE620",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Read {Imaging.RowOrders.Word(rows)}, its frames look less like the pictures (correlation {likeness:0.00}) than upside down ({other:0.00}). ")
        + $"Write 'row-order: {Imaging.RowOrders.Word(rows == Imaging.RowOrder.BottomUp ? Imaging.RowOrder.TopDown : Imaging.RowOrder.BottomUp)}' into {Path.GetFileName(Imaging.Sidecar.PathOf(file))}; on the command line --row-order states it.") { File = file };

    public static SpikeDataException SlopeWithoutDepth() => new("SPIKE621",
        "The scene slopes, but nothing says how far away it is. Give its depth on the spike camera's axis too.");

    public static SpikeDataException Torn(RigCalibration rig, IReadOnlyList<string> odd) => new("SPIKE622",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The cameras do not agree: marks are {rig.Rms:0.00} px off once the rig is fixed, but {rig.Left.Rms:0.00} px (left) and {rig.Right.Rms:0.00} px (right) for each camera alone. ")
        + "Pairs that are not of one moment do that, and spike frames read upside down. "
        + (odd.Count == 0 ? "Check that equal numbers in names are one moment" : $"Most pairs agree; these do not: {List(odd)}. Leave them out with --without")
        + ", or write the rig as it is with --force; its page (--report) shows the marks.");

    public static SpikeDataException OpenTurns(Board board, TurnFinding turns) => new("SPIKE623",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The {board} looks the same when it is turned, and these views do not tell how the right camera sees it: marks are {turns.Miss:0.00} px off one way and {turns.RivalMiss:0.00} px another. ")
        + "Tilt the board to different sides in the pairs, or take one with an odd number of rows and an even number of columns; --force writes the better of the two.");

    static string Seen(int count, string of) => count switch { 0 => $"None {of} shows", 1 => $"Only 1 {of} shows", _ => $"Only {count} {of} show" };

    static string? Folder(GrayPicture picture) => picture.File is { } file ? Path.GetDirectoryName(file) : null;

    static string List(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length == 0 ? "none" : string.Join(", ", all.Take(12)) + (all.Length > 12 ? $" and {all.Length - 12} more" : "");
    }
}

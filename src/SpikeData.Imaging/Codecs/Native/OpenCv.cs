using System.Runtime.InteropServices;
using OpenCvSharp;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Brings OpenCV's native library into the process, on machines with and without a desktop.</summary>
/// <remarks>
/// The library asks the loader for GTK and other desktop libraries, whose functions only windows use. Where they are absent,
/// an empty library of the same name satisfies the loader. See docs/decisions/0005-opencv-without-a-desktop.md.
/// </remarks>
static class OpenCv
{
    const string Library = "OpenCvSharpExtern";

    static readonly Lazy<bool> Loaded = new(LoadOnce);

    /// <summary>To be called before anything of OpenCvSharp is touched.</summary>
    /// <exception cref="SpikeDataException">SPIKE440: there is no such library for this kind of machine.</exception>
    public static void Load() => _ = Loaded.Value;

    static bool LoadOnce()
    {
        try
        {
            if (OperatingSystem.IsLinux() && NativeFile() is { } file) LoadWithStandIns(file);
            // Clips are processed in parallel; threads inside each call would only compete.
            Cv2.SetNumThreads(1);
            // A file that cannot be read is reported by an exception, not on the console as well.
            Cv2.SetLogLevel(LogLevel.SILENT);
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            throw new SpikeDataException("SPIKE440", $"OpenCV, which reads pictures and videos, has no native library for {RuntimeInformation.RuntimeIdentifier} here. "
                + $"Add the package '{Package()}' to your project. ({Innermost(e)})", e);
        }
    }

    static void LoadWithStandIns(string file)
    {
        foreach (string name in ElfFile.Needed(file))
            if (!NativeLibrary.TryLoad(name, out _)) StandIn.Load(name);
        // Stays loaded for the life of the process; the runtime finds it again by its file.
        NativeLibrary.Load(file);
    }

    public static string? NativeFile()
    {
        string folders = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "";
        return folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append(AppContext.BaseDirectory)
            .Select(folder => Path.Combine(folder, $"lib{Library}.so"))
            .FirstOrDefault(File.Exists);
    }

    static string Package() => OperatingSystem.IsWindows() ? "OpenCvSharp4.runtime.win"
        : $"OpenCvSharp4.official.runtime.{RuntimeInformation.RuntimeIdentifier}";

    static string Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e.Message;
}

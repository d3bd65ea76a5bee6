using System.Reflection;
using System.Runtime.InteropServices;

namespace SpikeData.Imaging;

/// <summary>The functions of FFmpeg 7.1 that OpenCV's native library for Linux contains and exports.</summary>
/// <remarks>What is read of its structures lies at the places this version has them; another version is not used at all.</remarks>
static unsafe partial class FfmpegLibrary
{
    public const long NoTime = long.MinValue;
    public const int EndOfFile = -0x20464f45, TryAgain = -11, OutOfMemory = -12;
    const string Library = "OpenCvSharpExtern";

    /// <summary>Of libswscale in FFmpeg 7.1, without the third number.</summary>
    const int Version = 0x0803;

    static readonly Lazy<bool> Here = new(Find);

    /// <summary>Whether the library that is loaded has them.</summary>
    public static bool IsHere => Here.Value;

    public static string NameOfCodec(int codec) => Marshal.PtrToStringUTF8(NameOf(codec)) ?? "unknown";

    public static string? NameOfPixels(int format) => Marshal.PtrToStringUTF8(PixelFormatName(format));

    /// <summary>What an error number means, in the library's words.</summary>
    public static string Words(int error)
    {
        byte* text = stackalloc byte[128];
        return Error(error, text, 128) < 0 ? $"error {error}" : Marshal.PtrToStringUTF8((nint)text)!;
    }

    static bool Find()
    {
        OpenCv.Load();
        if (!OperatingSystem.IsLinux() || OpenCv.NativeFile() is not { } file) return false;
        nint library = NativeLibrary.Load(file);
        IEnumerable<string?> names = typeof(FfmpegLibrary).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(method => method.GetCustomAttribute<LibraryImportAttribute>()?.EntryPoint).Where(name => name is not null);
        return names.All(name => NativeLibrary.TryGetExport(library, name!, out _)) && SwscaleVersion() >> 8 == Version;
    }

    [LibraryImport(Library, EntryPoint = "swscale_version")]
    private static partial int SwscaleVersion();

    [LibraryImport(Library, EntryPoint = "av_strerror")]
    private static partial int Error(int error, byte* text, nuint size);

    [LibraryImport(Library, EntryPoint = "avcodec_get_name")]
    private static partial nint NameOf(int codec);

    [LibraryImport(Library, EntryPoint = "av_get_pix_fmt_name")]
    private static partial nint PixelFormatName(int format);

    [LibraryImport(Library, EntryPoint = "av_pix_fmt_desc_get")]
    public static partial nint DescribePixels(int format);

    [LibraryImport(Library, EntryPoint = "av_log_set_callback")]
    public static partial void SetLog(delegate* unmanaged[Cdecl]<nint, int, nint, nint, void> callback);

    [LibraryImport(Library, EntryPoint = "av_malloc")]
    public static partial nint Allocate(nuint bytes);

    [LibraryImport(Library, EntryPoint = "av_freep")]
    public static partial void Free(nint* memory);

    [LibraryImport(Library, EntryPoint = "av_opt_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetOption(nint of, string name, string value, int flags);

    [LibraryImport(Library, EntryPoint = "av_dict_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetEntry(nint* dictionary, string name, string value, int flags);

    [LibraryImport(Library, EntryPoint = "av_dict_free")]
    public static partial void FreeDictionary(nint* dictionary);

    [LibraryImport(Library, EntryPoint = "avio_alloc_context")]
    public static partial nint AllocateInput(
        nint buffer, int size, int writes, nint opaque, delegate* unmanaged[Cdecl]<nint, byte*, int, int> read, nint write, delegate* unmanaged[Cdecl]<nint, long, int, long> seek);

    [LibraryImport(Library, EntryPoint = "avio_context_free")]
    public static partial void FreeInput(nint* input);

    [LibraryImport(Library, EntryPoint = "av_find_input_format", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint FindFormat(string name);

    [LibraryImport(Library, EntryPoint = "avformat_alloc_context")]
    public static partial nint AllocateContainer();

    [LibraryImport(Library, EntryPoint = "avformat_open_input")]
    public static partial int OpenContainer(nint* container, nint name, nint format, nint* options);

    [LibraryImport(Library, EntryPoint = "avformat_close_input")]
    public static partial void CloseContainer(nint* container);

    [LibraryImport(Library, EntryPoint = "avformat_find_stream_info")]
    public static partial int FindStreams(nint container, nint* options);

    [LibraryImport(Library, EntryPoint = "av_read_frame")]
    public static partial int ReadPacket(nint container, nint packet);

    [LibraryImport(Library, EntryPoint = "av_packet_alloc")]
    public static partial nint AllocatePacket();

    [LibraryImport(Library, EntryPoint = "av_packet_unref")]
    public static partial void EmptyPacket(nint packet);

    [LibraryImport(Library, EntryPoint = "av_packet_free")]
    public static partial void FreePacket(nint* packet);

    [LibraryImport(Library, EntryPoint = "avcodec_find_decoder")]
    public static partial nint FindDecoder(int codec);

    [LibraryImport(Library, EntryPoint = "avcodec_alloc_context3")]
    public static partial nint AllocateDecoder(nint codec);

    [LibraryImport(Library, EntryPoint = "avcodec_free_context")]
    public static partial void FreeDecoder(nint* decoder);

    [LibraryImport(Library, EntryPoint = "avcodec_parameters_to_context")]
    public static partial int SetParameters(nint decoder, nint parameters);

    [LibraryImport(Library, EntryPoint = "avcodec_open2")]
    public static partial int OpenDecoder(nint decoder, nint codec, nint* options);

    [LibraryImport(Library, EntryPoint = "avcodec_send_packet")]
    public static partial int Send(nint decoder, nint packet);

    [LibraryImport(Library, EntryPoint = "avcodec_receive_frame")]
    public static partial int Receive(nint decoder, nint frame);

    [LibraryImport(Library, EntryPoint = "av_parser_init")]
    public static partial nint CreateParser(int codec);

    [LibraryImport(Library, EntryPoint = "av_parser_close")]
    public static partial void CloseParser(nint parser);

    [LibraryImport(Library, EntryPoint = "av_parser_parse2")]
    public static partial int Parse(nint parser, nint decoder, nint* parsed, int* parsedSize, byte* bytes, int size, long shown, long decoded, long at);

    [LibraryImport(Library, EntryPoint = "av_frame_alloc")]
    public static partial nint AllocateFrame();

    [LibraryImport(Library, EntryPoint = "av_frame_free")]
    public static partial void FreeFrame(nint* frame);
}

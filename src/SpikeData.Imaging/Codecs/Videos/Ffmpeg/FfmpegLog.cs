using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeData.Imaging;

/// <summary>Listens to what decoders log, since some tell of damage in no other way; nothing of it reaches the console.</summary>
/// <remarks>Decoders here have one thread, so that what is logged while a packet is decoded is logged on the thread that sent it.</remarks>
static unsafe class FfmpegLog
{
    const int Error = 16;

    [ThreadStatic]
    static nint listenedTo;

    [ThreadStatic]
    static bool complained;

    /// <summary>To be called before a file is opened: the library has one listener, which others may have set since.</summary>
    public static void Begin() => FfmpegLibrary.SetLog(&Hear);

    /// <summary>Hears what a decoder logs on this thread from now on.</summary>
    public static void ListenTo(nint decoder) => (listenedTo, complained) = (decoder, false);

    /// <summary>Whether it has logged an error since.</summary>
    public static bool HasComplained()
    {
        listenedTo = 0;
        return complained;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Hear(nint from, int level, nint format, nint arguments)
    {
        if (level <= Error && from != 0 && from == listenedTo) complained = true;
    }
}

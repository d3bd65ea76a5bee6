using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SpikeData.Imaging;

/// <summary>One file as FFmpeg reads it: through our own handle, so that a container can name no other file.</summary>
sealed unsafe class FileInput : IDisposable
{
    const int BufferBytes = 1 << 16;
    const int Size = 0x10000, From = 3;

    readonly SafeFileHandle file;
    readonly long length;
    GCHandle self;
    nint context;
    long at;

    /// <exception cref="Compute.SpikeDataException">SPIKE441: cannot be opened.</exception>
    public FileInput(string path)
    {
        file = MediaError.Open(path);
        length = RandomAccess.GetLength(file);
        self = GCHandle.Alloc(this);
        context = FfmpegLibrary.AllocateInput(FfmpegLibrary.Allocate(BufferBytes), BufferBytes, 0, GCHandle.ToIntPtr(self), &Read, 0, &Seek);
    }

    /// <summary>An AVIOContext.</summary>
    public nint Context => context;

    /// <summary>What kept a part of the file from being read.</summary>
    public IOException? Problem { get; private set; }

    public void Dispose()
    {
        if (context != 0)
        {
            // The buffer may have been replaced by another since; it is the second member.
            FfmpegLibrary.Free((nint*)(context + 8));
            fixed (nint* pointer = &context) FfmpegLibrary.FreeInput(pointer);
            self.Free();
        }

        file.Dispose();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Read(nint opaque, byte* target, int bytes)
    {
        var input = (FileInput)GCHandle.FromIntPtr(opaque).Target!;
        try
        {
            int read = RandomAccess.Read(input.file, new Span<byte>(target, bytes), input.at);
            input.at += read;
            return read == 0 ? FfmpegLibrary.EndOfFile : read;
        }
        catch (IOException problem)
        {
            input.Problem = problem;
            return FfmpegLibrary.OutOfMemory;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static long Seek(nint opaque, long offset, int whence)
    {
        var input = (FileInput)GCHandle.FromIntPtr(opaque).Target!;
        if ((whence & Size) != 0) return input.length;
        long target = (whence & From) switch { 0 => offset, 1 => input.at + offset, _ => input.length + offset };
        return target < 0 ? FfmpegLibrary.TryAgain : input.at = target;
    }
}

using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Reads and writes one array as an .npy file, numpy's own format.</summary>
public static class Npy
{
    /// <summary>Memory that grows as it is filled is copied on the way.</summary>
    const int FirstStep = 1 << 20, TimesRead = 2;

    /// <summary>Reads one array; one that was saved column-major (fortran_order) is transposed to row-major.</summary>
    /// <remarks>Memory grows with the bytes that really arrive, so a header that lies costs nothing.</remarks>
    /// <exception cref="SpikeDataException">SPIKE460, 461, 462: see docs/errors.md.</exception>
    public static NdArray Read(Stream stream)
    {
        NpyHeader header = NpyHeader.Read(stream);
        if (header.ByteLength > Array.MaxLength)
            throw new SpikeDataException("SPIKE462", $"An array of shape [{string.Join(", ", header.Shape)}] is larger than 2 GiB; split it along its first axis.");
        MemoryLimit.Require(TimesRead * header.ByteLength, $"Reading an array of shape [{string.Join(", ", header.Shape)}]");
        byte[] bytes = ReadBytes(stream, (int)header.ByteLength);
        if (header.IsBigEndian) Reverse(bytes, header.Type.Size());
        int[] shape = [.. header.Shape];
        return new(header.Type, shape, header.FirstAxisContiguous && shape.Length > 1 ? ToRowMajor(bytes, shape, header.Type.Size()) : bytes);
    }

    /// <inheritdoc cref="Read(Stream)"/>
    public static NdArray Read(string path)
    {
        using FileStream stream = InputFile.Open(path);
        try
        {
            return Read(stream);
        }
        catch (SpikeDataException problem)
        {
            throw new SpikeDataException(problem.Id, problem.Message, problem) { File = path };
        }
    }

    /// <summary>Writes version 1.0, row-major: the bytes depend on the array alone.</summary>
    public static void Write(Stream stream, NdArray array)
    {
        new NpyHeader(array.Type, array.Shape.ToArray()).Write(stream);
        stream.Write(array.Bytes);
    }

    static byte[] ReadBytes(Stream stream, int length)
    {
        byte[] bytes = new byte[Math.Min(length, FirstStep)];
        int filled = 0;
        while (true)
        {
            filled += stream.ReadAtLeast(bytes.AsSpan(filled), bytes.Length - filled, throwOnEndOfStream: false);
            if (filled == length) return bytes;
            if (filled < bytes.Length)
                throw new SpikeDataException("SPIKE462", $"The array ends after {filled} of {length} bytes; the file was cut short. Save or copy it again.");
            Array.Resize(ref bytes, (int)Math.Min(length, 2L * bytes.Length));
        }
    }

    /// <summary>Turns the bytes of each number around.</summary>
    static void Reverse(Span<byte> bytes, int size)
    {
        for (; !bytes.IsEmpty; bytes = bytes[size..]) bytes[..size].Reverse();
    }

    static byte[] ToRowMajor(byte[] columnMajor, int[] shape, int size)
    {
        byte[] rowMajor = new byte[columnMajor.Length];
        int[] strides = new int[shape.Length];
        for (int axis = 0, stride = size; axis < shape.Length; stride *= shape[axis++]) strides[axis] = stride;
        int[] place = new int[shape.Length];
        for (int target = 0, source = 0; target < rowMajor.Length; target += size)
        {
            columnMajor.AsSpan(source, size).CopyTo(rowMajor.AsSpan(target));
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                source += strides[axis];
                if (++place[axis] < shape[axis]) break;
                source -= strides[axis] * shape[axis];
                place[axis] = 0;
            }
        }

        return rowMajor;
    }
}

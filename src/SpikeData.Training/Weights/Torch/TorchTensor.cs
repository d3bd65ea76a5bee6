using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>A tensor of a PyTorch file: which numbers of a storage it shows.</summary>
/// <param name="Offset">The first number.</param>
/// <param name="Strides">How far neighbors along each axis lie apart.</param>
sealed record TorchTensor(TorchStorage Storage, long Offset, int[] Shape, long[] Strides)
{
    const int MostAxes = 32;

    /// <summary>How many bytes the tensor alone takes.</summary>
    public long ByteLength { get; } = Storage.Format.BytesOf(Shape);

    /// <summary>Checks what a pickle says of a tensor: all its numbers lie in the storage.</summary>
    public static TorchTensor Of(TorchStorage storage, long offset, object?[] size, object?[] strides)
    {
        if (size.Length > MostAxes || size.Length != strides.Length || !size.All(IsLength) || !strides.All(IsLength))
            throw TorchFile.Broken($"a tensor in '{storage.Key}' has a shape that is none");
        TorchTensor tensor = new(storage, offset, [.. size.Select(length => (int)(long)length!)], [.. strides.Select(stride => (long)stride!)]);
        if (tensor.ByteLength < 0 || !tensor.LiesInside())
            throw TorchFile.Broken($"a tensor [{string.Join(", ", tensor.Shape)}] shows numbers beyond its storage '{storage.Key}' of {storage.Count}");
        return tensor;
    }

    /// <summary>The numbers, row-major.</summary>
    /// <param name="bytes">The storage.</param>
    public NdArray ToArray(byte[] bytes)
    {
        int size = Storage.Format.Size;
        byte[] numbers = new byte[ByteLength];
        if (IsRowMajor)
        {
            bytes.AsSpan((int)(Offset * size), numbers.Length).CopyTo(numbers);
        }
        else
        {
            int[] place = new int[Shape.Length];
            for (int target = 0; target < numbers.Length; target += size, Advance(place))
                bytes.AsSpan((int)(At(place) * size), size).CopyTo(numbers.AsSpan(target));
        }

        return Storage.Format.ToArray(Shape, numbers);
    }

    bool IsRowMajor
    {
        get
        {
            long expected = 1;
            for (int axis = Shape.Length - 1; axis >= 0; expected *= Shape[axis--])
                if (Shape[axis] != 1 && Strides[axis] != expected) return false;
            return true;
        }
    }

    static bool IsLength(object? value) => value is long and >= 0 and <= int.MaxValue;

    bool LiesInside()
    {
        if (Offset < 0 || Offset > Storage.Count) return false;
        if (Shape.Contains(0)) return true;
        long last = Offset;
        for (int axis = 0; axis < Shape.Length; axis++)
            if ((last += (Shape[axis] - 1) * Strides[axis]) >= Storage.Count) return false;
        return last < Storage.Count;
    }

    long At(int[] place)
    {
        long at = Offset;
        for (int axis = 0; axis < place.Length; axis++) at += place[axis] * Strides[axis];
        return at;
    }

    void Advance(int[] place)
    {
        for (int axis = place.Length - 1; axis >= 0 && ++place[axis] == Shape[axis]; axis--) place[axis] = 0;
    }
}

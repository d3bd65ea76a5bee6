using System.Buffers;
using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>Finds out whether the coded data of a JPEG file are whole, which decoders conceal: it follows every code to the end of the file and makes no pixels.</summary>
/// <remarks>Sequential and progressive Huffman coding of 8 bits, ITU-T T.81. See docs/decisions/0022-jpegs-are-followed-to-their-end.md.</remarks>
sealed class JpegCheck
{
    const byte Extended = 0xc1, Progressive = 0xc2, Codes = 0xc4, EndOfImage = 0xd9, StartOfScan = 0xda, Divisors = 0xdb, Restart = 0xdd, FirstRestart = 0xd0, LastRestart = 0xd7, Temporary = 0x01, StartOfFrame = 0xc0;

    const string EndsEarly = "ends too early";

    readonly JpegCodes?[] direct = new JpegCodes?[4], alternating = new JpegCodes?[4];
    readonly int[][] divisors = [new int[64], new int[64], new int[64], new int[64]];
    readonly CleanJpeg clean = new();
    JpegFrame? frame;
    int interval;

    JpegCheck()
    {
        JpegCodes.Usual.Direct.CopyTo(direct, 0);
        JpegCodes.Usual.Alternating.CopyTo(alternating, 0);
    }

    /// <summary>What is wrong with a file, as the rest of a sentence; null where nothing is.</summary>
    public static string? Fault(ReadOnlySpan<byte> file) => Fault(file, out _);

    /// <inheritdoc cref="Fault(ReadOnlySpan{byte})"/>
    /// <param name="file">The file.</param>
    /// <param name="clean">The same picture for a decoder.</param>
    public static string? Fault(ReadOnlySpan<byte> file, out byte[] clean)
    {
        clean = [];
        byte[] memory = ArrayPool<byte>.Shared.Rent(file.Length + JpegBits.Slack);
        try
        {
            JpegCheck check = new();
            if (check.Walk(file, memory) is { } fault) return fault;
            clean = check.clean.ToArray(check.frame!.Planes.Length);
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(memory);
        }
    }

    string? Walk(ReadOnlySpan<byte> file, Span<byte> memory)
    {
        for (int at = 2; ;)
        {
            while (at + 1 < file.Length && file[at] == 0xff && file[at + 1] == 0xff) at++;
            if (at + 2 > file.Length) return EndsEarly;
            if (file[at] != 0xff) return $"is damaged: byte {at} belongs to no part of it";
            byte marker = file[at + 1];
            at += 2;
            if (marker == EndOfImage) return IsComplete ? null : EndsEarly;
            if (marker is (>= FirstRestart and <= LastRestart) or Temporary) continue;
            if (at + 2 > file.Length || BinaryPrimitives.ReadUInt16BigEndian(file[at..]) is var length && (length < 2 || at + length > file.Length)) return EndsEarly;
            ReadOnlySpan<byte> segment = file.Slice(at + 2, length - 2);
            at += length;
            if (!Read(marker, segment)) return $"is damaged: what it says about its coding, before byte {at}, cannot be";
            if (marker != StartOfScan) clean.Segment(marker, segment);
            else if (Scan(segment) is not { } scan) return "is damaged: one of its scans cannot be";
            else if (Follow(scan, file, ref at, memory) is { } fault) return fault;
        }
    }

    bool IsComplete => frame is not null && Array.TrueForAll(frame.Planes, plane => plane.IsSeen);

    string? Follow(JpegScan scan, ReadOnlySpan<byte> file, ref int at, Span<byte> memory)
    {
        int begin = at;
        if (scan.Damage(file, ref at, memory) is { } line) return at + 2 > file.Length ? EndsEarly : $"is damaged: its data cannot be read beyond line {line}";
        clean.Data(file[begin..(at - scan.Padding)]);
        return null;
    }

    bool Read(byte marker, ReadOnlySpan<byte> segment)
    {
        switch (marker)
        {
            case StartOfFrame or Extended or Progressive when frame is null:
                frame = JpegFrame.Read(segment, marker == Progressive);
                return frame is not null;
            case Codes:
                return ReadCodes(segment);
            case Divisors:
                return ReadDivisors(segment);
            case Restart:
                if (segment.Length < 2) return false;
                interval = BinaryPrimitives.ReadUInt16BigEndian(segment);
                return true;
            default:
                return true;
        }
    }

    bool ReadCodes(ReadOnlySpan<byte> segment)
    {
        for (int at = 0; at < segment.Length;)
        {
            if (segment.Length - at < 17) return false;
            int table = segment[at], count = 0;
            ReadOnlySpan<byte> counts = segment.Slice(at + 1, 16);
            foreach (byte each in counts) count += each;
            at += 17;
            if ((table & ~0x13) != 0 || count > segment.Length - at || JpegCodes.Read(counts, segment.Slice(at, count)) is not { } codes) return false;
            (table >> 4 == 0 ? direct : alternating)[table & 3] = codes;
            at += count;
        }

        return true;
    }

    bool ReadDivisors(ReadOnlySpan<byte> segment)
    {
        for (int at = 0; at < segment.Length;)
        {
            int table = segment[at] & 15, bytes = (segment[at] >> 4) + 1;
            if (table > 3 || bytes > 2 || segment.Length - at - 1 < 64 * bytes) return false;
            at++;
            for (int i = 0; i < 64; i++, at += bytes) divisors[table][i] = bytes == 1 ? segment[at] : BinaryPrimitives.ReadUInt16BigEndian(segment[at..]);
        }

        return true;
    }

    /// <summary>Reads the head of a scan (B.2.3); null where it cannot be one.</summary>
    JpegScan? Scan(ReadOnlySpan<byte> segment)
    {
        if (frame is null || segment.Length < 1 || segment[0] is 0 or > 4 || segment.Length < 4 + 2 * segment[0]) return null;
        ReadOnlySpan<byte> rest = segment[(1 + 2 * segment[0])..];
        (int first, int last, int before, int shift) = frame.IsProgressive ? (rest[0], rest[1], rest[2] >> 4, rest[2] & 15) : (0, 63, 0, 0);
        if (frame.IsProgressive && (last > 63 || first > last || (first == 0 && last > 0) || (first > 0 && segment[0] > 1) || shift > 13)) return null;
        JpegPlane[] planes = new JpegPlane[segment[0]];
        for (int i = 0; i < planes.Length; i++)
        {
            (int id, int tables) = (segment[1 + 2 * i], segment[2 + 2 * i]);
            if (Array.Find(frame.Planes, plane => plane.Id == id) is not { } plane || (tables & ~0x33) != 0) return null;
            (plane.DirectCodes, plane.AlternatingCodes) = (direct[tables >> 4], alternating[tables & 15]);
            if ((first == 0 && before == 0 && plane.DirectCodes is null) || (last > 0 && plane.AlternatingCodes is null)) return null;
            if (frame.IsProgressive && !Continues(plane, first, last, before, shift)) return null;
            plane.IsSeen |= first == 0;
            planes[i] = plane;
        }

        clean.Segment(StartOfScan, [.. segment[..(1 + 2 * segment[0])], (byte)first, (byte)last, (byte)((before << 4) | shift)]);
        return new(frame, planes, new JpegBlocks(first, last, before > 0, shift), divisors, interval);
    }

    /// <summary>Whether a scan goes on where those before it have ended (G.1.1.1.1): mean brightness first, then bit after bit.</summary>
    static bool Continues(JpegPlane plane, int first, int last, int before, int shift)
    {
        if (first > 0 && plane.KnownFrom[0] < 0) return false;
        for (int i = first; i <= last; i++)
        {
            if (before != Math.Max(0, plane.KnownFrom[i])) return false;
            plane.KnownFrom[i] = shift;
        }

        return true;
    }
}

using System.Text;
using CsCheck;
using SpikeData.Compute;

namespace SpikeData;

/// <summary>Files that nobody wrote in good faith. Reading one ends soon, takes little memory, and comes to an answer or to an error meant for people.</summary>
static class HostileBytes
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    static readonly string[] Pieces =
    [
        "[", "{a: ", "{\"a\":", "]", "}", ":", ",", "- ", "\n", "\n  ", "\t", "'", "\"", "&a ", "*a", "&a [*a]", "? ", "!!x ", "---", "#",
        "null", "-1", "0", "1e999", "nan", "99999999999999999999", "../../x", "/etc/x", "\\", "\0", "\ufffd",
    ];

    static readonly Gen<byte[]> Piece =
        from text in Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index])
        from times in Gen.Frequency((5, Gen.Const(1)), (1, Gen.Int[2, 5000]))
        select Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, times)));

    /// <summary>Short files of anything.</summary>
    public static Gen<byte[]> Any { get; } = Gen.Frequency((1, Gen.Byte.Array[0, 300]), (1, Piece.Array[0, 40].Select(pieces => pieces.SelectMany(piece => piece).ToArray())));

    /// <summary>A sound file of which something is taken out, something is put in, and sometimes the end is missing.</summary>
    public static Gen<byte[]> Damaged(byte[] sound) =>
        from place in Gen.Int[0, sound.Length - 1]
        from cut in Gen.Frequency((1, Gen.Const(0)), (2, Gen.Int[0, 12]), (1, Gen.Int[0, 60]))
        from put in Gen.Frequency((2, Gen.Byte.Array[0, 12]), (1, Piece))
        from end in Gen.Frequency((4, Gen.Const(int.MaxValue)), (1, Gen.Int[0, sound.Length]))
        let damaged = (byte[])[.. sound[..place], .. put, .. sound[Math.Min(sound.Length, place + cut)..]]
        select damaged[..Math.Min(end, damaged.Length)];

    /// <summary>Reads a file and asserts that this ends well.</summary>
    public static void AssertRead(Action read, long mostBytes)
    {
        long allocated = 0;
        Task reading = Task.Run(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                read();
            }
            catch (SpikeDataException error)
            {
                Assert.StartsWith("SPIKE", error.Id, StringComparison.Ordinal);
                Assert.NotEqual("", error.Message);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        Assert.True(reading.Wait(Longest), "Reading does not end.");
        Assert.InRange(allocated, 0, mostBytes);
    }
}

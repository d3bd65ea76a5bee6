using System.Text;
using CsCheck;
using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class PickleTests
{
    static readonly string[] Pieces =
    [
        "(", ")", "]", "}", "t", "e", "s", "u", "0", "1", "N", "K\u0001", "\u0085", "\u0086", "\u0087", "q\0", "h\0", "R", "b", "Q", "U\u0001a", "\u0094",
        "ccollections\nOrderedDict\n", "ctorch._utils\n_rebuild_tensor_v2\n", "ctorch\nFloatStorage\n", "X\u0001\0\0\0a", "\u0093", ".", "a",
    ];

    [Fact]
    public void Values_AreReadAsWhatTheyAre() => Assert.Equal(
        [null, true, 300L, -1L, 1.5, "blur"],
        Assert.IsType<object?[]>(Read("(N\u0088M\u002c\u0001J\u00ff\u00ff\u00ff\u00ffG\u003f\u00f8\0\0\0\0\0\0X\u0004\0\0\0blurt.")));

    [Theory]
    [InlineData("cos\nsystem\n(U\u0009rm -rf ~/*tR.")]
    [InlineData("c__builtin__\neval\nU\u00011\u0085R.")]
    [InlineData("U\u0002osU\u0006system\u0093.")]
    [InlineData("c__builtin__\ngetattr\n.")]
    [InlineData("isubprocess\nPopen\n.")]
    [InlineData("ctorch.hub\nload\n.")]
    [InlineData("ctorch\nload\n.")]
    public void Code_IsRefusedByItsName(string pickle) => Assert.Equal("SPIKE553", Refused(pickle).Id);

    [Theory]
    [InlineData("ccollections\nCounter\n}K\u0001K\u0002s\u0085R.", "an object of 'collections.Counter'")]
    [InlineData("cargparse\nNamespace\n)\u0081}U\u0002lrK\u0001sb.", "an object of 'argparse.Namespace'")]
    [InlineData("cnumpy.core.multiarray\nscalar\ncnumpy\ndtype\nU\u0002f8\u0085RU\u0002ab\u0086R.", "an object of 'numpy.core.multiarray.scalar'")]
    [InlineData("c__builtin__\nset\n]K\u0001a\u0085R.", "an object of '__builtin__.set'")]
    [InlineData("(cpathlib\nPosixPath\nU\u0001ao.", "an object of 'pathlib.PosixPath'")]
    [InlineData("(ihome\nThing\n.", "an object of 'home.Thing'")]
    [InlineData("ccollections\ndeque\n)R(K\u0001K\u0002e.", "an object of 'collections.deque'")]
    [InlineData("c__main__\nNet\n)\u0081}(U\u000b_parameters}U\u0008_modules}ub.", "a whole network of the class '__main__.Net'")]
    public void ObjectOfAnotherClass_IsNotBuilt_AndLeavesItsName(string pickle, string what) => Assert.Equal(what, Assert.IsType<ForeignObject>(Read(pickle)).ToString());

    [Fact]
    public void Sets_AreReadAsLists() => Assert.Equal([1L, 2L], Assert.IsType<List<object?>>(Read("\u008f(K\u0001K\u0002\u0090.")));

    [Theory]
    [InlineData("", "ends in the middle")]
    [InlineData("X\u00ff\u00ff\u00ff\u007f", "claims 2147483647 bytes")]
    [InlineData("\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff", "claims 18446744073709551615 bytes")]
    [InlineData("\u008b\u00ff\u00ff\u00ff\u00ff", "claims 4294967295 bytes")]
    [InlineData("X\u0001\0\0\0\u00ff.", "is not UTF-8")]
    [InlineData("h\0.", "recalls value 0")]
    [InlineData("t.", "looks for a mark")]
    [InlineData("0.", "takes a value where there is none")]
    [InlineData("N(0.", "takes a value where there is none")]
    [InlineData("}(Nu.", "a key without a value")]
    [InlineData("NN.", "does not end with one value")]
    [InlineData("N)R.", "calls something that is no class")]
    [InlineData("ctorch._utils\n_rebuild_tensor_v2\n)R.", "builds a Tensor of something else")]
    [InlineData("\u0081.", "takes a value where there is none")]
    [InlineData("P1\n.", "has the instruction 50")]
    [InlineData("}N\u0085Q.", "refers to numbers in a way")]
    public void PickleThatMakesNoSense_IsRefused(string pickle, string why)
    {
        SpikeDataException refused = Refused(pickle);
        Assert.Equal("SPIKE552", refused.Id);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_IsBounded() => Assert.Contains("nests deeper than 256 levels", Refused(new string('(', 257)).Message, StringComparison.Ordinal);

    [Fact]
    public void Length_IsBounded() => Assert.Contains("longer than 1000 bytes", Refused(new string('N', 2000)).Message, StringComparison.Ordinal);

    [Fact]
    public void AnyHeapOfInstructions_IsReadOrRefused() => Gen.Int[0, Pieces.Length - 1].Array[0, 40].Sample(
        pieces =>
        {
            try
            {
                _ = Read(string.Concat(pieces.Select(i => Pieces[i])));
            }
            catch (SpikeDataException problem) when (problem.Id is "SPIKE552" or "SPIKE553")
            {
            }
        },
        iter: 2000);

    static SpikeDataException Refused(string pickle) => Assert.Throws<SpikeDataException>(() => Read(pickle));

    static object? Read(string pickle)
    {
        using MemoryStream stream = new([Pickle.ProtocolMark, 2, .. Encoding.Latin1.GetBytes(pickle)]);
        return Pickle.Read(stream, most: 1000, TorchStorage.Load);
    }
}

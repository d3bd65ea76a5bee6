using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Reads Python's pickles as data: nothing is executed, of all classes only those on a short list are built, and the others leave their name.</summary>
/// <remarks>
/// Work and memory grow with the bytes that are really there: values are built from the inside out without recursion, texts, marks and
/// remembered values are limited. Format: Python's pickletools, protocols 2 to 5; instructions that torch.save never writes are refused.
/// </remarks>
sealed class Pickle
{
    internal const int ProtocolMark = 0x80, NewestProtocol = 5;

    readonly PickleStream bytes;
    readonly PickleStack stack = new();
    readonly Func<object?[], object> load;

    Pickle(PickleStream bytes, Func<object?[], object> load) => (this.bytes, this.load) = (bytes, load);

    /// <summary>Reads one pickle and leaves the stream behind it.</summary>
    /// <param name="most">How many bytes it may have.</param>
    /// <param name="load">Makes a value of what the pickle says about something kept outside of it.</param>
    /// <exception cref="SpikeDataException">SPIKE552: damaged. SPIKE553: it names code.</exception>
    public static object? Read(Stream stream, long most, Func<object?[], object> load)
    {
        Pickle pickle = new(new(stream, most), load);
        if (pickle.bytes.Byte() != ProtocolMark || pickle.bytes.Byte() > NewestProtocol) throw PickleStream.Broken("its pickle has no known protocol");
        for (int code = pickle.bytes.Byte(); code != '.'; code = pickle.bytes.Byte()) pickle.Follow(code);
        return pickle.stack.Count == 1 ? pickle.stack.Pop() : throw PickleStream.Broken("its pickle does not end with one value");
    }

    void Follow(int code)
    {
        if (!FollowNumber(code) && !FollowText(code) && !FollowMemory(code) && !FollowCollection(code) && !FollowObject(code))
            throw PickleStream.Broken(string.Create(CultureInfo.InvariantCulture, $"its pickle has the instruction {code:X2}, which is not followed"));
    }

    bool FollowNumber(int code)
    {
        switch (code)
        {
            case 'N': stack.Push(null); break;
            case 0x88: stack.Push(true); break;
            case 0x89: stack.Push(false); break;
            case 'K': stack.Push((long)bytes.Byte()); break;
            case 'M': stack.Push((long)bytes.UInt16()); break;
            case 'J': stack.Push((long)bytes.Int32()); break;
            case 'G': stack.Push(bytes.BigEndianDouble()); break;
            case 0x8a: stack.Push(bytes.Integer((uint)bytes.Byte())); break;
            case 0x8b: stack.Push(bytes.Integer(bytes.UInt32())); break;
            default: return false;
        }

        return true;
    }

    bool FollowText(int code)
    {
        switch (code)
        {
            case 'X': stack.Push(bytes.Text(bytes.UInt32())); break;
            case 0x8c: stack.Push(bytes.Text((ulong)bytes.Byte())); break;
            case 0x8d: stack.Push(bytes.Text(bytes.UInt64())); break;
            case 'U': stack.Push(bytes.Latin((ulong)bytes.Byte())); break;
            case 'T': stack.Push(bytes.Latin(bytes.UInt32())); break;
            case 'C': stack.Push(bytes.Bytes((ulong)bytes.Byte())); break;
            case 'B': stack.Push(bytes.Bytes(bytes.UInt32())); break;
            case 0x8e or 0x96: stack.Push(bytes.Bytes(bytes.UInt64())); break;
            default: return false;
        }

        return true;
    }

    bool FollowMemory(int code)
    {
        switch (code)
        {
            case 0x95: _ = bytes.UInt64(); break;
            case 'q': stack.Remember((uint)bytes.Byte()); break;
            case 'r': stack.Remember(bytes.UInt32()); break;
            case 0x94: stack.RememberNext(); break;
            case 'h': stack.Recall((uint)bytes.Byte()); break;
            case 'j': stack.Recall(bytes.UInt32()); break;
            case '0': _ = stack.Pop(); break;
            case '2': stack.Push(stack.See<object>()); break;
            case '1': _ = stack.PopToMark(); break;
            case '(': stack.Mark(); break;
            default: return false;
        }

        return true;
    }

    bool FollowCollection(int code)
    {
        switch (code)
        {
            case ')': stack.Push(Array.Empty<object?>()); break;
            case 0x85 or 0x86 or 0x87: stack.Push(stack.PopTuple(code - 0x84)); break;
            case 't': stack.Push(stack.PopToMark()); break;
            case ']': stack.Push(new List<object?>()); break;
            case '}': stack.Push(new PickleDictionary()); break;
            case 'l': stack.Push(new List<object?>(stack.PopToMark())); break;
            case 'd':
                object?[] pairs = stack.PopToMark();
                stack.Push(new PickleDictionary());
                Set(pairs);
                break;
            case 0x8f: stack.Push(new List<object?>()); break;
            case 0x91: stack.Push(new List<object?>(stack.PopToMark())); break;
            case 'a': Append([stack.Pop()]); break;
            case 'e' or 0x90: Append(stack.PopToMark()); break;
            case 's': Set(stack.PopTuple(2)); break;
            case 'u': Set(stack.PopToMark()); break;
            default: return false;
        }

        return true;
    }

    bool FollowObject(int code)
    {
        switch (code)
        {
            case 'c': stack.Push(TorchClasses.Find(bytes.Line(), bytes.Line())); break;
            case 0x93:
                string name = stack.Pop<string>();
                stack.Push(TorchClasses.Find(stack.Pop<string>(), name));
                break;
            case 'R' or 0x81:
                object?[] arguments = stack.Pop<object?[]>();
                Build(stack.Pop(), arguments);
                break;
            case 0x92:
                _ = stack.Pop<PickleDictionary>();
                arguments = stack.Pop<object?[]>();
                Build(stack.Pop(), arguments);
                break;
            case 'i':
                TorchClass named = TorchClasses.Find(bytes.Line(), bytes.Line());
                Build(named, stack.PopToMark());
                break;
            case 'o':
                object?[] parts = stack.PopToMark();
                if (parts.Length == 0) throw PickleStream.Broken("its pickle builds an object without a class");
                Build(parts[0], parts[1..]);
                break;
            case 'b':
                // What PyTorch hangs on a state dict (the versions of layers) is not needed.
                object? state = stack.Pop();
                if (stack.See<object>() is ForeignObject foreign) foreign.Take(state);
                break;
            case 'Q': stack.Push(load(stack.Pop<object?[]>())); break;
            default: return false;
        }

        return true;
    }

    /// <summary>Builds what is on the short list; calling anything that is not gives one more thing that is not built.</summary>
    void Build(object? callable, object?[] arguments) => stack.Push(callable switch
    {
        TorchClass known => TorchClasses.Build(known, arguments),
        ForeignObject foreign => foreign,
        _ => throw PickleStream.Broken("its pickle calls something that is no class"),
    });

    void Append(object?[] items)
    {
        if (stack.See<object>() is not ForeignObject) stack.See<List<object?>>().AddRange(items);
    }

    void Set(object?[] keysAndValues)
    {
        if (keysAndValues.Length % 2 != 0) throw PickleStream.Broken("a dictionary in its pickle has a key without a value");
        if (stack.See<object>() is ForeignObject) return;
        PickleDictionary dictionary = stack.See<PickleDictionary>();
        for (int i = 0; i < keysAndValues.Length; i += 2) dictionary.Add(keysAndValues[i], keysAndValues[i + 1]);
    }
}

using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Reads the one Python literal an .npy header is made of: strings, True and False, and a tuple of whole numbers.</summary>
ref struct NpyHeaderText(string text)
{
    const int MostAxes = 32;
    const long MostBytes = 1L << 44;
    ReadOnlySpan<char> rest = text;

    public static NpyHeader Parse(string text) => new NpyHeaderText(text).ReadDictionary();

    NpyHeader ReadDictionary()
    {
        string? descr = null;
        bool? firstAxisContiguous = null;
        List<int>? shape = null;
        Expect('{');
        while (!Skip('}'))
        {
            string key = ReadString();
            Expect(':');
            if (key == "descr" && descr is null) descr = ReadDescr();
            else if (key == "fortran_order" && firstAxisContiguous is null) firstAxisContiguous = ReadBoolean();
            else if (key == "shape" && shape is null) shape = ReadTuple();
            else throw NpyHeader.Malformed($"its header says '{key}' where descr, fortran_order and shape were expected once each");
            if (!Skip(',') && !Next('}')) throw Unexpected();
        }

        if (!rest.Trim().IsEmpty) throw Unexpected();
        if (descr is null || firstAxisContiguous is null || shape is null)
            throw NpyHeader.Malformed("its header lacks one of descr, fortran_order and shape");
        ElementType type = TypeOf(descr);
        RefuseTooLarge(type, shape);
        return new(type, shape, firstAxisContiguous.Value, descr[0] == '>' && type.Size() > 1);
    }

    static ElementType TypeOf(string descr)
    {
        if (descr.Length > 1 && descr[0] is '<' or '>' or '|' or '=' && ElementTypes.Find(descr[1..]) is { } type && (descr[0] != '|' || type.Size() == 1))
            return type;
        throw new SpikeDataException("SPIKE461",
            $"Arrays of type '{descr}' are not read; {ElementTypes.Names} are. Convert it in Python, such as array.astype('<f4').");
    }

    static void RefuseTooLarge(ElementType type, List<int> shape)
    {
        if (shape.Contains(0)) return;
        long most = MostBytes / type.Size();
        foreach (int side in shape)
            if ((most /= side) == 0)
                throw new SpikeDataException("SPIKE462", $"An array of shape [{string.Join(", ", shape)}] is larger than any file. Save it again.");
    }

    string ReadDescr() => Next('[')
        ? throw new SpikeDataException("SPIKE461", $"Arrays of records are not read; {ElementTypes.Names} are. Save each field by itself.")
        : ReadString();

    string ReadString()
    {
        char quote = Next('"') ? '"' : '\'';
        Expect(quote);
        int end = rest.IndexOf(quote);
        if (end < 0) throw Unexpected();
        string value = rest[..end].ToString();
        rest = rest[(end + 1)..];
        return value;
    }

    bool ReadBoolean()
    {
        bool value = Next('T');
        string word = value ? "True" : "False";
        if (!rest.StartsWith(word)) throw Unexpected();
        rest = rest[word.Length..];
        return value;
    }

    List<int> ReadTuple()
    {
        List<int> sides = [];
        Expect('(');
        while (!Skip(')'))
        {
            rest = rest.TrimStart();
            int digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0 || sides.Count == MostAxes) throw Unexpected();
            if (!int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out int side))
                throw new SpikeDataException("SPIKE462", $"An axis of {rest[..Math.Min(digits, 20)]} numbers is larger than 2 GiB.");
            sides.Add(side);
            rest = rest[digits..];
            if (!Skip(',') && !Next(')')) throw Unexpected();
        }

        return sides;
    }

    bool Next(char wanted)
    {
        rest = rest.TrimStart();
        return !rest.IsEmpty && rest[0] == wanted;
    }

    bool Skip(char wanted)
    {
        bool found = Next(wanted);
        if (found) rest = rest[1..];
        return found;
    }

    void Expect(char wanted)
    {
        if (!Skip(wanted)) throw Unexpected();
    }

    readonly SpikeDataException Unexpected() =>
        NpyHeader.Malformed(rest.IsEmpty ? "its header ends too early" : $"its header is not understood at '{rest[..Math.Min(rest.Length, 20)]}'");
}

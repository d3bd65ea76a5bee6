namespace SpikeData.Training;

/// <summary>What a pickle has built so far: values on a stack with marks between them, and a memory of values by number.</summary>
sealed class PickleStack
{
    const int MostMarks = 256, MostRemembered = 1 << 22;

    readonly List<object?> values = [];
    readonly Stack<int> marks = new();
    readonly Dictionary<uint, object?> memory = [];

    public int Count => values.Count;

    public void Push(object? value) => values.Add(value);

    /// <summary>Takes the top value.</summary>
    public object? Pop()
    {
        object? top = Top;
        values.RemoveAt(values.Count - 1);
        return top;
    }

    /// <summary>Takes the top value, of the type that is due here.</summary>
    public T Pop<T>()
    {
        T top = See<T>();
        values.RemoveAt(values.Count - 1);
        return top;
    }

    /// <summary>Looks at the top value, of the type that is due here.</summary>
    public T See<T>() => Top is T top ? top : throw PickleStream.Broken($"its pickle does not hold a {typeof(T).Name} where one is due");

    public void Mark()
    {
        if (marks.Count == MostMarks) throw PickleStream.Broken($"its pickle nests deeper than {MostMarks} levels");
        marks.Push(values.Count);
    }

    /// <summary>Takes all values above the last mark.</summary>
    public object?[] PopToMark()
    {
        if (!marks.TryPop(out int mark)) throw PickleStream.Broken("its pickle looks for a mark where there is none");
        object?[] taken = [.. values[mark..]];
        values.RemoveRange(mark, values.Count - mark);
        return taken;
    }

    public object?[] PopTuple(int count)
    {
        object?[] tuple = new object?[count];
        for (int i = count - 1; i >= 0; i--) tuple[i] = Pop();
        return tuple;
    }

    public void Remember(uint number)
    {
        if (memory.Count >= MostRemembered) throw PickleStream.Broken($"its pickle remembers more than {MostRemembered} values");
        memory[number] = Top;
    }

    public void RememberNext() => Remember((uint)memory.Count);

    public void Recall(uint number) =>
        Push(memory.TryGetValue(number, out object? value) ? value : throw PickleStream.Broken($"its pickle recalls value {number}, which it never kept"));

    object? Top => values.Count > (marks.TryPeek(out int mark) ? mark : 0) ? values[^1] : throw PickleStream.Broken("its pickle takes a value where there is none");
}

namespace SpikeData.Training;

/// <summary>Stands in a pickle for an object that is not built: its class is known, and nothing else.</summary>
/// <param name="className">The class, with its module.</param>
sealed class ForeignObject(string className)
{
    public string ClassName => className;

    /// <summary>Whether it is a layer or a whole network, with the code of its class.</summary>
    public bool IsModule { get; private set; } = className.StartsWith("torch.nn.modules.", StringComparison.Ordinal);

    /// <summary>Looks at what the pickle would hang on the object.</summary>
    public void Take(object? state)
    {
        if (state is PickleDictionary members && members.Any(member => member.Key is "_parameters") && members.Any(member => member.Key is "_modules")) IsModule = true;
    }

    public override string ToString() => className.StartsWith("tensor of ", StringComparison.Ordinal) ? $"a {className}" : IsModule ? $"a whole network of the class '{className}'" : $"an object of '{className}'";
}

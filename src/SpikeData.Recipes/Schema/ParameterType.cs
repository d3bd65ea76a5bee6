namespace SpikeData.Recipes;

/// <summary>The form of a parameter's value in datasets.yaml.</summary>
public abstract record ParameterType
{
    ParameterType()
    {
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Flag : ParameterType;

    /// <summary>A whole number that fits a C# type such as "int".</summary>
    public sealed record WholeNumber(string TypeName, decimal Minimum, decimal Maximum) : ParameterType;

    /// <summary>A number with a fraction, a C# "double" or "float".</summary>
    public sealed record Number(string TypeName) : ParameterType;

    /// <summary>Any text.</summary>
    public sealed record Text : ParameterType;

    /// <summary>One of some words, the members of a C# enumeration in kebab-case.</summary>
    public sealed record Word(string TypeName, EquatableArray<WordSchema> Words) : ParameterType;

    /// <summary>One word of a given form, such as <c>640x360</c>, that a static <c>Parse</c> of the C# type reads.</summary>
    public sealed record Scalar(string TypeName, string Pattern, string Example) : ParameterType
    {
        /// <summary>Whether the numbers in the word may not fall, as in <c>180..252</c>.</summary>
        public bool Ascending { get; init; }

        /// <summary>The names of the numbers in the word, such as Width and Height; none when it is not made of numbers.</summary>
        public EquatableArray<string> Parts { get; init; }
    }

    /// <summary>A choice among the variants that implement an interface.</summary>
    public sealed record Choice(string TypeName) : ParameterType;

    /// <summary>A data set of the same file, by its name.</summary>
    public sealed record DatasetName : ParameterType;

    /// <summary>A list of values of one form.</summary>
    public sealed record List(ParameterType Item) : ParameterType;

    /// <summary>The form of a C# number type, by its keyword; null when <paramref name="keyword"/> is none.</summary>
    public static ParameterType? OfNumber(string keyword) => keyword switch
    {
        "byte" => new WholeNumber(keyword, byte.MinValue, byte.MaxValue),
        "int" => new WholeNumber(keyword, int.MinValue, int.MaxValue),
        "uint" => new WholeNumber(keyword, uint.MinValue, uint.MaxValue),
        "long" => new WholeNumber(keyword, long.MinValue, long.MaxValue),
        "ulong" => new WholeNumber(keyword, ulong.MinValue, ulong.MaxValue),
        "double" or "float" => new Number(keyword),
        _ => null,
    };
}

namespace SpikeData.Recipes;

/// <summary>A checked value of a recipe, ready to be written as C# or handed to a constructor.</summary>
public abstract record RecipeValue
{
    RecipeValue()
    {
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Flag(bool Value) : RecipeValue;

    /// <summary>A whole number that fits the C# type <paramref name="TypeName"/>.</summary>
    public sealed record WholeNumber(string TypeName, decimal Value) : RecipeValue;

    /// <summary>A finite number of the C# type <paramref name="TypeName"/>.</summary>
    public sealed record Number(string TypeName, double Value) : RecipeValue;

    /// <summary>Any text.</summary>
    public sealed record Text(string Value) : RecipeValue;

    /// <summary>A member of an enumeration.</summary>
    public sealed record Word(string TypeName, string MemberName) : RecipeValue;

    /// <summary>A word of the type's form, to be read by its static <c>Parse</c>.</summary>
    public sealed record Scalar(string TypeName, string Value) : RecipeValue;

    /// <summary>The variant chosen, with the values given to it.</summary>
    public sealed record Choice(VariantSchema Variant, EquatableArray<Argument> Arguments) : RecipeValue;

    /// <summary>A data set of the same file.</summary>
    public sealed record Dataset(string Name) : RecipeValue;

    /// <summary>Several values of one form.</summary>
    public sealed record List(EquatableArray<RecipeValue> Items) : RecipeValue;
}

using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using SpikeData.Pipelines;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary>Makes stages and variants from checked values, as the generated code does with <c>new</c>.</summary>
sealed class StageBinder(StageCatalog catalog)
{
    /// <summary>What parameters name as data sets.</summary>
    internal IReadOnlyList<Pipeline> Datasets { get; init; } = [];

    internal NamedModel Bind(ModelRecipe model) => new(model.Name, (IModel)Create(model.Kind.Variant.TypeName, model.Kind.Arguments));

    internal object Bind(RecipeStage stage) => Create(stage.Schema.TypeName, stage.Arguments);

    internal object Bind(RecipeValue value, Type type) => Value(value, type);

    object Create(string typeName, EquatableArray<Argument> arguments)
    {
        ConstructorInfo constructor = SignatureReader.ConstructorOf(catalog.TypeOf(typeName));
        object?[] values = [.. constructor.GetParameters().Select(parameter => Value(parameter, arguments))];
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, values, CultureInfo.InvariantCulture);
    }

    object? Value(ParameterInfo parameter, EquatableArray<Argument> arguments)
    {
        if (arguments.FirstOrDefault(argument => argument.Parameter.MemberName == parameter.Name) is { } given)
            return Value(given.Value, Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType);
        return parameter.DefaultValue ?? Nothing(parameter.ParameterType);
    }

    /// <summary>What <c>default</c> means for a type; reflection says null for every struct.</summary>
    static object? Nothing(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? RuntimeHelpers.GetUninitializedObject(type) : null;

    object Value(RecipeValue value, Type type) => value switch
    {
        RecipeValue.Flag flag => flag.Value,
        RecipeValue.WholeNumber whole => Convert.ChangeType(whole.Value, type, CultureInfo.InvariantCulture),
        RecipeValue.Number number => Convert.ChangeType(number.Value, type, CultureInfo.InvariantCulture),
        RecipeValue.Text text => text.Value,
        RecipeValue.Word word => Enum.Parse(type, word.MemberName),
        RecipeValue.Scalar scalar => type.GetMethod("Parse", [typeof(string)])!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [scalar.Value], null)!,
        RecipeValue.Choice choice => Create(choice.Variant.TypeName, choice.Arguments),
        RecipeValue.Dataset dataset => new Dataset(Datasets.First(pipeline => pipeline.Name == dataset.Name)),
        RecipeValue.List list => List(list, type.GetGenericArguments()[0]),
        _ => throw new InvalidOperationException($"A value of the form {value.GetType().Name} cannot be bound."),
    };

    Array List(RecipeValue.List list, Type itemType)
    {
        Array items = Array.CreateInstance(itemType, list.Items.Count);
        for (int i = 0; i < items.Length; i++) items.SetValue(Value(list.Items[i], itemType), i);
        return items;
    }
}

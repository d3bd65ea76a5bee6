using System.Reflection;
using SpikeData.Pipelines;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary>A recipe that runs without having been compiled: the same stages in the same order, found by reflection.</summary>
sealed class InterpretedPipeline : Pipeline
{
    readonly Recipe recipe;
    readonly RecipeMarks marks;
    readonly string file;

    internal InterpretedPipeline(Recipe recipe, RecipeMarks marks, string file, StageBinder binder)
    {
        (this.recipe, this.marks, this.file) = (recipe, marks, file);
        Stages = [.. recipe.Stages.Select(binder.Bind)];
    }

    public override string Name => recipe.Name;

    public override string Description => recipe.Description;

    public override RecipeMark Mark => At(marks.Name);

    public override IClipSource Source => (IClipSource)Stages[0];

    public override IReadOnlyList<object> Stages { get; }

    protected override IReadOnlyList<IReadOnlyList<int>> Inputs => [.. recipe.Stages.Select(stage => stage.Inputs)];

    protected override RecipeMark MarkOf(object stage)
    {
        int place = Stages.TakeWhile(other => !ReferenceEquals(other, stage)).Count();
        return place < Stages.Count ? At(marks.Stages[place]) : Mark;
    }

    protected override Samples Record(Clip clip)
    {
        object[] outputs = new object[Stages.Count];
        outputs[0] = clip;
        for (int i = 1; i < outputs.Length; i++) outputs[i] = Apply(Stages[i], Input(recipe.Stages[i], outputs));
        return outputs.OfType<Samples>().Last();
    }

    /// <summary>What a stage takes, once it is known whether that is one output or a list of every one.</summary>
    static object[] Input(RecipeStage stage, object[] outputs) => [.. stage.Inputs.Select(place => outputs[place])];

    static object Apply(object stage, object[] inputs)
    {
        Type contract = stage.GetType().GetInterfaces().First(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IStage<,>));
        Type input = contract.GetGenericArguments()[0];
        object argument = inputs is [var only] && input.IsInstanceOfType(only) ? only : List(inputs, input.GetGenericArguments()[0]);
        return contract.GetMethod(nameof(IStage<,>.Apply))!.Invoke(stage, BindingFlags.DoNotWrapExceptions, null, [argument], null)!;
    }

    static Array List(object[] items, Type itemType)
    {
        Array list = Array.CreateInstance(itemType, items.Length);
        items.CopyTo(list, 0);
        return list;
    }

    RecipeMark At(SourceSpan span) => new(file, span.Line, span.Column);
}

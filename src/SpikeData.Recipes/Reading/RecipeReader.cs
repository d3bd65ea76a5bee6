namespace SpikeData.Recipes;

/// <summary>Reads a recipe file and checks it against the stages there are; everything wrong is reported at once, nothing is thrown.</summary>
public static class RecipeReader
{
    /// <summary>Reads recipes from a file's text.</summary>
    /// <param name="text">The file's text, whatever it holds.</param>
    /// <param name="schemas">The stages that recipes may name.</param>
    public static RecipeBook Read(string text, StageSchemas schemas)
    {
        ProblemList problems = new();
        YamlNode? root = YamlTree.Read(text, problems);
        if (root is null && problems.Count == 0)
            problems.Add(ProblemId.WrongShape, SourceSpan.Top,
                "The file is empty. Begin with 'datasets:', then the name of a data set, then its stages.");

        List<DatasetDraft> drafts = root is null ? [] : [.. new DraftReader(schemas, problems).Read(root)];
        drafts = [.. new ExtendsRule(drafts, problems).Apply()];
        drafts = [.. new MatrixRule(schemas, problems).Apply(drafts)];
        drafts = [.. NameRule.Apply(drafts, problems)];

        List<ModelRecipe> models = new ModelBinder(schemas, problems, [.. drafts.Select(draft => draft.Name)]).Bind(root);
        List<(Recipe Recipe, RecipeMarks Marks)> bound = new RecipeBinder(schemas, problems).Bind(drafts);
        return new(
            bound.Select(pair => pair.Recipe).ToEquatableArray(),
            bound.Select(pair => pair.Marks).ToEquatableArray(),
            problems.InFileOrder(text.Length))
        {
            Models = models.Where(model => IsKept(model, bound)).ToEquatableArray(),
        };
    }

    /// <summary>A model whose data set is faulty cannot be written as code; the data set's fault has been reported.</summary>
    static bool IsKept(ModelRecipe model, IReadOnlyCollection<(Recipe Recipe, RecipeMarks Marks)> bound) =>
        model.Kind.Arguments.All(argument => argument.Value is not RecipeValue.Dataset dataset || bound.Any(pair => pair.Recipe.Name == dataset.Name));
}

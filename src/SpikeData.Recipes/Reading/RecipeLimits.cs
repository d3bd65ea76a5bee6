namespace SpikeData.Recipes;

/// <summary>How large a recipe file may be, so that a hostile one takes neither time nor memory.</summary>
static class RecipeLimits
{
    /// <summary>Characters in the file.</summary>
    public const int Length = 1_000_000;

    /// <summary>Levels of lists and mappings, aliases followed.</summary>
    public const int Height = 64;

    /// <summary>Keys, values and list items, everything that aliases and merges stand for counted again.</summary>
    public const int Weight = 100_000;

    /// <summary>Data sets, those that matrices stand for counted one by one.</summary>
    public const int Datasets = 1000;

    /// <summary>Stages of one recipe, and parameters of one stage.</summary>
    public const int Stages = 100;

    /// <summary>Values of all recipes, those taken over from other recipes counted again.</summary>
    public const int Values = 200_000;
}

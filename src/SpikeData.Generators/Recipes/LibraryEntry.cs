using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>A recipe, the file it stands in and where.</summary>
sealed record LibraryEntry(string File, Recipe Recipe, RecipeMarks Marks);

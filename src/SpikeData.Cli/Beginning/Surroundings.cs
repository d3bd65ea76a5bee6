using SpikeData.Imaging;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary>The files beside a first recipe: the schema for editors, and what keeps data out of version control. Those of others are left alone.</summary>
sealed class Surroundings(string recipes)
{
    const string UsualSchema = "datasets.schema.json", Ignored = "artifacts/";

    readonly string directory = Path.GetDirectoryName(Path.GetFullPath(recipes))!;

    /// <summary>The schema's name: one that is free, or a schema of recipes already; null where there is none.</summary>
    public string? Schema => new[] { UsualSchema, $"{Path.GetFileNameWithoutExtension(recipes)}.schema.json" }
        .FirstOrDefault(name => !Path.Exists(In(name)) || RecipeJsonSchema.IsOne(Text(name)));

    /// <summary>Writes what is missing.</summary>
    /// <returns>What was done, and what was left to do, a sentence each.</returns>
    public IEnumerable<string> Write()
    {
        if (Schema is not { } schema) yield return $"{UsualSchema} is something else already, so the recipe names no schema. `spikedata schema` writes one";
        else if (!File.Exists(In(schema)))
        {
            DraftFile.Write(In(schema), RecipeJsonSchema.Write(StageCatalog.Shipped.Schemas));
            yield return $"{schema} is written: editors complete the recipe by it";
        }

        if (!Path.Exists(In(".gitignore")))
        {
            DraftFile.Write(In(".gitignore"), $"# What builds make, and can make again.\n{Ignored}\n");
            yield return $".gitignore is written: it keeps {Ignored} out of version control";
        }
        else if (!Text(".gitignore").Split('\n').Any(Covers))
            yield return $".gitignore is yours and is left as it is. Add the line {Ignored} to it, unless data are to be committed";
    }

    static bool Covers(string line) => line.Trim().TrimStart('/').TrimEnd('/', '*') is "artifacts" or "**/artifacts";

    string In(string name) => Path.Combine(directory, name);

    string Text(string name)
    {
        try
        {
            return InputFile.ReadAllText(In(name));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or Compute.SpikeDataException)
        {
            return "";
        }
    }
}

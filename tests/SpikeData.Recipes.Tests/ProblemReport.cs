using System.Text;

namespace SpikeData.Recipes.Tests;

/// <summary>Recipe files and what is reported about them, for a person to review: each file, and below it its problems.</summary>
static class ProblemReport
{
    /// <summary>Each case is a whole file, or only the list of stages of a recipe 'demo' when it begins with a dash.</summary>
    public static string Of(params string[] files)
    {
        StringBuilder report = new();
        foreach (string file in files)
        {
            string yaml = file.StartsWith('-') ? "datasets:\n  demo:\n" + string.Join('\n', file.Split('\n').Select(line => "    " + line)) : file;
            RecipeBook book = TestStages.Read(yaml);
            string shown = yaml.Replace("\t", "<tab>", StringComparison.Ordinal);
            foreach (string line in shown.Split('\n')) report.Append("  | ").Append(line).Append('\n');
            foreach (Problem problem in book.Problems) report.Append(problem.ToString("datasets.yaml")).Append('\n');
            if (book.Problems.Count == 0) report.Append("fine: ").AppendJoin(", ", book.Recipes.Select(recipe => recipe.Name)).Append('\n');
            report.Append('\n');
        }

        return report.ToString();
    }
}

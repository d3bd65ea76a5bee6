using Microsoft.Build.Framework;

namespace SpikeData.Build;

/// <summary>Trains the models that are out of date.</summary>
public sealed class TrainModels : RecipeProgram
{
    /// <summary>A folder for what is shown meanwhile.</summary>
    [Required]
    public string Folder { get; set; } = "";

    protected override string Command => "train";

    protected override string NewsFolder => Folder;
}

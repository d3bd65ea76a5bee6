using System.CommandLine;

namespace SpikeData.Cli;

/// <summary><c>--part</c>: which of several state dicts of a checkpoint is meant.</summary>
sealed class PartOption : Option<string?>
{
    public PartOption()
        : base("--part")
    {
        Description = "Which of several state dicts of a PyTorch checkpoint, such as params_ema; needed only where there are several.";
        HelpName = "KEY";
    }
}

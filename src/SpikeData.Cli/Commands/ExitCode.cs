namespace SpikeData.Cli;

/// <summary>What the command's exit code tells a script.</summary>
static class ExitCode
{
    internal const int Success = 0;
    internal const int Failure = 1;
    internal const int Misuse = 2;
    internal const int Cancelled = Pipelines.StopSignals.Cancelled;
}

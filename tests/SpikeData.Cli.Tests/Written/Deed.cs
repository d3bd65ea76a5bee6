namespace SpikeData.Cli.Tests.Written;

/// <summary>Something that a command does to the disk, killed at every step of it.</summary>
/// <param name="Name">The command.</param>
/// <param name="Line">Its line.</param>
/// <param name="Results">What it writes, each the old one, the new one or not there at any moment.</param>
sealed record Deed(string Name, string[] Line, params string[] Results)
{
    /// <summary>Commands and changes before it, without which there is nothing to do.</summary>
    public IReadOnlyList<Func<Task>> Before { get; init; } = [];

    /// <summary>Commands that go on from it.</summary>
    public IReadOnlyList<string[]> After { get; init; } = [];

    /// <summary>In a result that is a folder, the file without which it is not there.</summary>
    public string? Mark { get; init; }

    /// <summary>Whether it is refused where its result is complete.</summary>
    public bool IsOnce { get; init; }

    public override string ToString() => Name;
}

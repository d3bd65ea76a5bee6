namespace SpikeData.Pipelines;

/// <summary>The process that holds a lease, told from those of all machines that see the same folder.</summary>
/// <param name="Host">The name of its machine.</param>
/// <param name="Boot">Which run of the machine it belongs to, where the system tells.</param>
/// <param name="Processes">Within which numbering of processes, since containers have their own; where the system tells.</param>
/// <param name="Process">Its number.</param>
/// <param name="Started">When it started, in the system's own count: numbers are used again.</param>
/// <param name="Id">Tells this lease from all others.</param>
sealed record LeaseOwner(string Host, string Boot, string Processes, int Process, long Started, string Id)
{
    static readonly LeaseOwner Here = new(
        Environment.MachineName,
        Patient.Look(() => File.ReadAllText("/proc/sys/kernel/random/boot_id"))?.Trim() ?? "",
        Pipelines.Processes.Link(null, "ns/pid"),
        Environment.ProcessId,
        Pipelines.Processes.StartOf(Environment.ProcessId) ?? 0,
        "");

    /// <summary>Whether it ran where this process runs, and does not any more. Of other machines nothing can be said.</summary>
    public bool IsGone => (Host, Boot, Processes) == (Here.Host, Here.Boot, Here.Processes) && !Pipelines.Processes.IsRunning(Process, Started);

    /// <summary>This process, as the owner of a new lease.</summary>
    public static LeaseOwner New() => Here with { Id = Guid.NewGuid().ToString("N") };
}

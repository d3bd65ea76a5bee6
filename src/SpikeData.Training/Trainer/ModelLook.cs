using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Finds out what there is of a model's networks.</summary>
sealed class ModelLook(ModelWork work)
{
    readonly ModelFolder folder = new(work.Directory);

    /// <summary>The status of a model.</summary>
    /// <param name="networks">Looks at each network; may find that data or weights are absent.</param>
    /// <param name="names">The networks, for where they cannot be looked at.</param>
    public ModelStatus Model(Func<IEnumerable<NetworkStatus>> networks, IEnumerable<string> names)
    {
        ModelStatus status = new(work.Name, work.Directory, [])
        {
            Bytes = Directory.Exists(folder.Path) ? new DirectoryInfo(folder.Path).EnumerateFiles().Sum(file => file.Length) : 0,
            Trainer = Lease.HolderOf(folder.Lock),
        };
        try
        {
            return status with { Networks = [.. networks()] };
        }
        catch (SpikeDataException problem)
        {
            return status with { Networks = [.. names.Select(name => Of(name, null))], Problems = [problem.Message] };
        }
    }

    /// <summary>Whether anything depends on the key: weights, or the beginning of some.</summary>
    public bool IsBegun(string name) => File.Exists(folder.Record(name)) || File.Exists(folder.Checkpoint(name));

    /// <summary>The status of a network.</summary>
    /// <param name="name">The network.</param>
    /// <param name="key">What its weights would depend on now; null where that cannot be known.</param>
    public NetworkStatus Of(string name, TrainingKey? key)
    {
        if (Json.Read<TrainingRecord>(folder.Record(name), _ => null).Value is { } record && File.Exists(folder.Weights(name)))
        {
            NetworkStatus finished = new(name, NetworkCondition.Trained) { Step = record.Steps, Steps = record.Steps, Psnr = record.Psnr };
            return key?.Text == record.Key ? finished : finished with { Condition = NetworkCondition.Stale, Changes = key is null ? [] : Changes(record, key.Parts) };
        }

        if (!File.Exists(folder.Checkpoint(name))) return new(name, NetworkCondition.Missing);
        MetricsLog.Line? last = new MetricsLog(folder.Metrics).Read().LastOrDefault(line => line.Course == name);
        return new(name, NetworkCondition.Partial) { Step = last?.Step ?? 0, Steps = last?.Steps ?? 0, Psnr = last?.Psnr };
    }

    static IReadOnlyList<KeyChange> Changes(TrainingRecord record, IReadOnlyList<KeyPart> parts)
    {
        KeyChange[] changes = record.Parts is { } before ? [.. Pipelines.Comparison.Differences("", before, parts).Select(Plain)] : [];
        return changes.Length > 0 ? changes : [new("", "what it learned from", "", "not noted")];
    }

    /// <summary>Digests of data and networks tell a person nothing.</summary>
    static KeyChange Plain(KeyChange change) => change.Part.Split(' ')[0] switch
    {
        "data" => change with { Before = "", Now = ContentKey.FaultOf(change.Now) is null ? "another one since" : change.Now },
        "network" => change with { Before = "", Now = "another one since" },
        _ => change,
    };
}

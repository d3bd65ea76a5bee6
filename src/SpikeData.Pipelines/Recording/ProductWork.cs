using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>What a product of a clip is made from when the clip is recorded.</summary>
/// <param name="Stage">The stage that makes it, as recipes call it.</param>
/// <param name="Origin">Where its files come from.</param>
public sealed record ProductWork(string Stage, ProductOrigin Origin)
{
    /// <summary>What is made and what is not, for people: <c>taken over: synthesize-blur, extract-sharp</c>.</summary>
    public static IReadOnlyList<string> InWords(IEnumerable<ProductWork> work) =>
    [
        .. work.GroupBy(one => one.Origin).OrderByDescending(same => same.Key)
            .Select(same => $"{Words(same.Key)}: {string.Join(", ", same.CountBy(one => one.Stage).Select(stage => Words(stage.Key, stage.Value)))}"),
    ];

    static string Words(string stage, int clips) => clips == 1 ? stage : $"{stage} of {Counted.Of(clips, "clip")}";

    static string Words(ProductOrigin origin) => origin switch
    {
        ProductOrigin.TakenOver => "taken over",
        ProductOrigin.KeptLight => "made again from light that was kept",
        _ => "made from frames",
    };
}

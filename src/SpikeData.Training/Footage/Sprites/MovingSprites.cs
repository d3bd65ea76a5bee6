using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Windows without end: parts of pictures are cut out, laid over each other and moved, so that the frame at any instant is exactly known.</summary>
/// <param name="From">A picture, or a pattern such as <c>photos/*.png</c>.</param>
/// <param name="Windows">How many windows an epoch shows; every epoch has others.</param>
/// <param name="Motion">How far things move at most from the first frame to the second.</param>
/// <param name="Most">How many things move in front of the background at most.</param>
[Variant("sprites")]
public sealed record MovingSprites(
    [property: NotInKey] SourcePattern From,
    [Range(1, 10_000_000)] int Windows = 1000,
    [Range(0, 1000, Unit = "pixels")] double Motion = 24,
    [Range(0, 100)] int Most = 6) : IFootage
{
    IReadOnlyList<ClipSource> IFootage.Find(Workspace workspace) => Decode.Apply(workspace);

    Footage IFootage.Open(IReadOnlyList<ClipSource> found, Workspace workspace, WindowRule rule)
    {
        FrameMemory memory = new(FrameMemory.Usual);
        IEnumerable<Photo> photos = found.SelectMany(source => source.Files.Select(file => source with { Files = [file], Problem = null }))
            .Select(source => Photo.Of(FrameCache.Open(Decode, source, workspace, memory)));
        return new SpriteFootage([.. photos.SelectMany(photo => photo.WithHalves(rule.Side))], this, rule);
    }

    Decode Decode => new(From);
}

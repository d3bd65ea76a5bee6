namespace SpikeData.Pipelines;

/// <summary>The folders that the SpikeReveal loader reads: <c>train/blur_data/clip/000019.png</c>, without the split where there is none.</summary>
[Variant("s-sdm")]
public sealed record SsdmLayout : ILayout
{
    public string PathOf(ClipSource clip, string kind, string label, string extension)
    {
        string path = $"{kind}_data/{clip.Name}/{label}{extension}";
        return clip.Split.Length == 0 ? path : $"{clip.Split}/{path}";
    }
}

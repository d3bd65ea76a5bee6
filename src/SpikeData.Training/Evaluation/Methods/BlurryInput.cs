using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The blurry image as it is.</summary>
[Variant("blurry-input")]
public sealed record BlurryInput : IMethod
{
    public int Place => 1;

    public ReadyMethod Open(MethodContext context) =>
        new("Blurry input", "the blurry image as it is", (view, planes) => view.Scene.Blur(view.Window, planes)) { IsStill = true };
}

using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class TeacherTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void StillScene_StaysAsItIs_WhereBothExposuresAreDenoised(bool denoisesLong, bool stays)
    {
        using CpuDevice device = new();
        using Teacher teacher = new(new Bsn(device, 1, width: 4), new Edsr(device, 1, width: 4, blocks: 1), 5, denoisesLong: denoisesLong);
        SceneView view = SceneView.Of(TestScenes.Still(scale: 4), TestScenes.Ticks / 2);
        float[] blur = new float[3 * view.Pixels], sharp = new float[blur.Length];
        view.Scene.Blur(view.Window, blur);
        teacher.Deblur(view, sharp);
        Assert.Equal(stays, blur.Zip(sharp).All(pair => MathF.Abs(pair.First - pair.Second) < 1e-6f));
    }

    [Fact]
    public void Scenes_AreEachDeblurredByTheirOwnLongExposure()
    {
        using CpuDevice device = new();
        using Teacher once = Teacher(device), again = Teacher(device);
        SceneView first = SceneView.Of(TestScenes.Stripe(1), 20), second = SceneView.Of(TestScenes.Stripe(2), 30);
        float[] expected = new float[3 * second.Pixels], actual = new float[expected.Length];
        once.Deblur(second, expected);
        again.Deblur(first, actual);
        again.Deblur(second, actual);
        Assert.Equal(expected, actual);
    }

    /// <summary>Without an enlarger, the model of equation 6 with what the denoiser makes of the short exposure, which here is computed apart.</summary>
    [Fact]
    public void SpikesAsLargeAsPictures_NeedNoEnlarger()
    {
        using CpuDevice device = new();
        Bsn denoiser = new(device, 1, width: 4);
        using Teacher teacher = new(denoiser, null, 5);
        SceneView view = SceneView.Of(TestScenes.Still(scale: 1), TestScenes.Ticks / 2);
        float[] blur = new float[3 * view.Pixels], sharp = new float[blur.Length], light = new float[view.Pixels];
        view.Scene.Blur(view.Window, blur);
        teacher.Deblur(view, sharp);
        using Tape tape = new(device) { Records = false };
        tape.Read(denoiser.Apply(tape.Input(new(1, 1, TestScenes.Height, TestScenes.Width), [.. Enumerable.Repeat(1f, view.Pixels)])), light);
        for (int i = 0; i < sharp.Length; i++) Assert.Equal(Math.Clamp(blur[i] * Math.Clamp(light[i % light.Length], 0, 1), 0, 1), sharp[i], 1e-6f);
    }

    static Teacher Teacher(CpuDevice device) => new(new Bsn(device, 1, width: 4), new Edsr(device, 1, width: 4, blocks: 1), 5);
}

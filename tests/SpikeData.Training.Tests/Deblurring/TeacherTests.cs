using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

public sealed class TeacherTests
{
    const int Side = 16, Ticks = 29, Margin = 4;

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void StillScene_StaysAsItIs_WhereBothExposuresAreDenoised(bool denoisesLong, bool stays)
    {
        using CpuDevice device = new();
        using Teacher teacher = new(new Bsn(device, 1, width: 4), new Edsr(device, 1, width: 4, blocks: 1), 5, denoisesLong: denoisesLong);
        SceneView view = SceneView.Of(StillScene(), Ticks / 2);
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

    static Teacher Teacher(CpuDevice device) => new(new Bsn(device, 1, width: 4), new Edsr(device, 1, width: 4, blocks: 1), 5);

    /// <summary>Light so bright that every pixel fires at every tick.</summary>
    static Scene StillScene()
    {
        byte[] picture = new byte[16 * Side * Side * 3], spikes = new byte[Ticks * Side * Side];
        for (int i = 0; i < picture.Length; i++) picture[i] = (byte)(i * 7 % 250);
        Array.Fill(spikes, (byte)1);
        return new("still", new(ElementType.UInt8, [4 * Side, 4 * Side, 3], picture), SpikeStream.Of(spikes, new(Side, Side)), Margin, []);
    }
}

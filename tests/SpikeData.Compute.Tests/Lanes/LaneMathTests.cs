namespace SpikeData.Compute.Tests;

public sealed class LaneMathTests
{
    [Fact]
    public void Exp_IsWithinOneUnitInTheLastPlace()
    {
        for (int i = -87_000; i <= 88_700; i++)
        {
            float x = i * 1e-3f;
            double exact = Math.Exp(x);
            float unit = MathF.BitIncrement((float)exact) - (float)exact;
            Assert.True(Math.Abs(Exp(x) - exact) <= unit, $"exp({x:R}) is {exact:R}, but {Exp(x):R} came out.");
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(-1000, 0)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(88.8f, float.PositiveInfinity)]
    [InlineData(float.NaN, float.NaN)]
    public void Exp_HasTheRightLimits(float x, float expected) => Assert.Equal(expected, Exp(x));

    [Fact]
    public void Exp_ReachesTheSmallestNumbers()
    {
        for (float x = -103.9f; x < -87; x += 0.01f) Assert.InRange(Exp(x) - Math.Exp(x), -1.5e-45, 1.5e-45);
    }

    static float Exp(float x) => LaneMath.Exp(new FloatLane1(x)).Value;
}

using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Random floats of a normal distribution around zero.</summary>
/// <remarks>Box and Muller, "A Note on the Generation of Random Normal Deviates", 1958; in double precision, rounded at the end.</remarks>
static class NormalNumbers
{
    const double Cells = 1L << 32;

    /// <param name="spread">The standard deviation.</param>
    public static float[] Draw(int count, double spread, PhiloxKey key)
    {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i += 2)
        {
            (uint length, uint turn, _, _) = Philox.Draw((uint)i, 0, 0, 0, key);
            double radius = spread * Math.Sqrt(-2 * Math.Log((length + 0.5) / Cells)), angle = 2 * Math.PI * (turn / Cells);
            numbers[i] = (float)(radius * Math.Cos(angle));
            if (i + 1 < count) numbers[i + 1] = (float)(radius * Math.Sin(angle));
        }

        return numbers;
    }
}

using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A sensor's worth of synapses that follow a spike stream tick by tick.</summary>
public sealed class PlasticityFilter : IDisposable
{
    const int Longest = (1 << 16) - 1;

    readonly Device device;
    readonly int height, width;
    readonly Plasticity plasticity;
    readonly Buffer<float> spikes, last, resource, utilization, moving, decays;
    readonly byte[] unpacked;
    readonly float[] numbers;
    int tick;

    public PlasticityFilter(Device device, int height, int width, Plasticity plasticity)
    {
        (this.device, this.height, this.width, this.plasticity) = (device, height, width, plasticity);
        int pixels = checked(height * width);
        (unpacked, numbers) = (new byte[pixels], new float[pixels]);
        (spikes, moving) = (device.Allocate<float>(pixels), device.Allocate<float>(pixels));
        (last, resource, utilization) = (Filled(pixels, 0), Filled(pixels, 1), Filled(pixels, plasticity.Rest));
        decays = device.Allocate<float>(2 * (Longest + 1));
        decays.Upload([.. Decays(plasticity.Recovery), .. Decays(plasticity.Facilitation)]);
    }

    /// <summary>Takes in the next tick of a stream.</summary>
    public void Take(SpikeStream stream, int tickOfStream)
    {
        stream.Unpack(tickOfStream, unpacked);
        for (int pixel = 0; pixel < numbers.Length; pixel++) numbers[pixel] = unpacked[pixel];
        spikes.Upload(numbers);
        FollowPlasticity kernel = new(
            spikes.View, last.View, resource.View, utilization.View, moving.View, decays.View,
            width, Longest, tick++, plasticity.Rest, plasticity.Step, plasticity.Change);
        device.RunFloat(kernel, height, width);
    }

    /// <summary>R of every pixel: how much its synapse has left, [height, width].</summary>
    public float[] Resource() => Downloaded(resource);

    /// <summary>u of every pixel: how much of that a spike would use, [height, width].</summary>
    public float[] Utilization() => Downloaded(utilization);

    /// <summary>The spikes of the last tick that changed their synapse, which are those of what moves: bytes 0 and 1, [height, width].</summary>
    public byte[] Moving() => Array.ConvertAll(Downloaded(moving), moves => (byte)moves);

    /// <summary>The firing rates that the state of the synapses tells, in no particular unit: [height, width]; 0 for a pixel that never fired.</summary>
    /// <remarks>
    /// -1 / (F log((u - U) / (F - U + u (1 - f)))) - 1 / (D log((1 - R) / (1 - R (1 - u)))). Solving the equations of the synapse for a steady interval gives
    /// f where the published formula, kept here, has its first F inside the logarithm.
    /// </remarks>
    public float[] Rates()
    {
        float[] r = Resource(), u = Utilization(), rates = new float[r.Length];
        (float rest, float recovery, float facilitation, float step) =
            (plasticity.Rest, plasticity.Recovery, plasticity.Facilitation, plasticity.Step);
        for (int pixel = 0; pixel < rates.Length; pixel++)
        {
            float fromU = -1 / (facilitation * Log((u[pixel] - rest) / (facilitation - rest + (u[pixel] * (1 - step)))));
            float fromR = -1 / (recovery * Log((1 - r[pixel]) / (1 - (r[pixel] * (1 - u[pixel])))));
            float rate = fromU + fromR;
            rates[pixel] = float.IsFinite(rate) ? rate : 0;
        }

        return rates;
    }

    public void Dispose()
    {
        foreach (Buffer<float> buffer in (Buffer<float>[])[spikes, last, resource, utilization, moving, decays]) buffer.Dispose();
    }

    Buffer<float> Filled(int length, float value)
    {
        Buffer<float> buffer = device.Allocate<float>(length);
        Array.Fill(numbers, value);
        buffer.Upload(numbers);
        return buffer;
    }

    static float[] Downloaded(Buffer<float> buffer)
    {
        float[] values = new float[buffer.Length];
        buffer.Download(values);
        return values;
    }

    IEnumerable<float> Decays(float time) =>
        Enumerable.Range(0, Longest + 1).Select(ticks => (float)ReproducibleMath.Exp(Math.Max(-700, -(ticks / plasticity.TicksPerUnit) / time)));

    static float Log(float number) => number > 0 && float.IsFinite(number) ? (float)ReproducibleMath.Log(number) : MathF.Log(number);
}

using ILGPU;

namespace SpikeData.Compute;

/// <summary>One float of a GPU thread: what ILGPU compiles.</summary>
readonly struct DeviceFloatLane(float value) : IFloatLane<DeviceFloatLane>
{
    readonly float value = value;

    public static int Width => 1;

    public static DeviceFloatLane Splat(float value) => new(value);

    public static DeviceFloatLane Splat(View<float> view, long index) => Load(view, index);

    public static DeviceFloatLane Ramp(int first) => new(first);

    public static float Read(View<float> view, long index) => view.Device[index];

    public static View<float> From(View<float> view, long index) => new(view.Device.SubView(index, view.Device.Length - index), 0);

    public static DeviceFloatLane Load(View<float> view, long index) => new(view.Device[index]);

    public static DeviceFloatLane Gather(View<float> view, int start, DeviceFloatLane index) => new(view.Device[start + (int)index.value]);

    public static void Store(View<float> view, long index, DeviceFloatLane value) => view.Device[index] = value.value;

    public static DeviceFloatLane operator +(DeviceFloatLane a, DeviceFloatLane b) => new(a.value + b.value);

    public static DeviceFloatLane operator -(DeviceFloatLane a, DeviceFloatLane b) => new(a.value - b.value);

    public static DeviceFloatLane operator *(DeviceFloatLane a, DeviceFloatLane b) => new(a.value * b.value);

    public static DeviceFloatLane operator /(DeviceFloatLane a, DeviceFloatLane b) => new(a.value / b.value);

    public static DeviceFloatLane MultiplyAdd(DeviceFloatLane a, DeviceFloatLane b, DeviceFloatLane c) => new(a.value * b.value + c.value);

    public static DeviceFloatLane Min(DeviceFloatLane a, DeviceFloatLane b) => new(a.value < b.value ? a.value : b.value);

    public static DeviceFloatLane Max(DeviceFloatLane a, DeviceFloatLane b) => new(a.value > b.value ? a.value : b.value);

    public static DeviceFloatLane Floor(DeviceFloatLane a) => new(MathF.Floor(a.value));

    public static DeviceFloatLane Sqrt(DeviceFloatLane a) => new(MathF.Sqrt(a.value));

    public static DeviceFloatLane PowerOfTwo(DeviceFloatLane exponent) => new(Interop.IntAsFloat((uint)(((int)exponent.value + 127) << 23)));

    public static DeviceFloatLane LessThan(DeviceFloatLane a, DeviceFloatLane b) => new(Interop.IntAsFloat(a.value < b.value ? uint.MaxValue : 0u));

    public static DeviceFloatLane Select(DeviceFloatLane mask, DeviceFloatLane yes, DeviceFloatLane no) =>
        new(Interop.FloatAsInt(mask.value) != 0 ? yes.value : no.value);
}

namespace SpikeData.Compute;

/// <summary>One integer of a GPU thread: what ILGPU compiles.</summary>
readonly struct DeviceIntLane(int value) : IIntLane<DeviceIntLane>
{
    readonly int value = value;

    public static int Width => 1;

    public static DeviceIntLane Splat(int value) => new(value);

    public static DeviceIntLane Ramp(int first) => new(first);

    public static DeviceIntLane Load(View<int> view, int index) => new(view.Device[index]);

    public static DeviceIntLane Load(View<byte> view, int index) => new(view.Device[index]);

    public static DeviceIntLane Gather(View<int> view, DeviceIntLane index) => new(view.Device[index.value]);

    public static DeviceIntLane Gather(View<byte> view, DeviceIntLane index) => new(view.Device[index.value]);

    public static DeviceIntLane GatherThree(View<byte> view, DeviceIntLane index) =>
        Load(view, index.value) | (Load(view, index.value + 1) << 8) | (Load(view, index.value + 2) << 16);

    public static void Store(View<int> view, int index, DeviceIntLane value) => view.Device[index] = value.value;

    public static void Store(View<byte> view, int index, DeviceIntLane value) => view.Device[index] = (byte)value.value;

    public static DeviceIntLane operator +(DeviceIntLane a, DeviceIntLane b) => new(a.value + b.value);

    public static DeviceIntLane operator -(DeviceIntLane a, DeviceIntLane b) => new(a.value - b.value);

    public static DeviceIntLane operator *(DeviceIntLane a, DeviceIntLane b) => new(a.value * b.value);

    public static DeviceIntLane operator &(DeviceIntLane a, DeviceIntLane b) => new(a.value & b.value);

    public static DeviceIntLane operator |(DeviceIntLane a, DeviceIntLane b) => new(a.value | b.value);

    public static DeviceIntLane operator ^(DeviceIntLane a, DeviceIntLane b) => new(a.value ^ b.value);

    public static DeviceIntLane operator <<(DeviceIntLane a, int bits) => new(a.value << bits);

    public static DeviceIntLane operator >>(DeviceIntLane a, int bits) => new(a.value >> bits);

    public static DeviceIntLane operator >>>(DeviceIntLane a, int bits) => new((int)((uint)a.value >> bits));

    public static DeviceIntLane MultiplyHigh(DeviceIntLane a, DeviceIntLane b) => new((int)(((ulong)(uint)a.value * (uint)b.value) >> 32));

    public static DeviceIntLane Min(DeviceIntLane a, DeviceIntLane b) => new(a.value < b.value ? a.value : b.value);

    public static DeviceIntLane Max(DeviceIntLane a, DeviceIntLane b) => new(a.value > b.value ? a.value : b.value);

    public static DeviceIntLane LessThan(DeviceIntLane a, DeviceIntLane b) => new(a.value < b.value ? -1 : 0);

    public static DeviceIntLane Equal(DeviceIntLane a, DeviceIntLane b) => new(a.value == b.value ? -1 : 0);

    public static DeviceIntLane Select(DeviceIntLane mask, DeviceIntLane yes, DeviceIntLane no) => new(mask.value != 0 ? yes.value : no.value);
}

namespace SpikeData.Compute;

/// <summary>The messages of devices, SPIKE3xx.</summary>
static class DeviceErrors
{
    public static SpikeDataException Absent(string asked, IEnumerable<DeviceInfo> present) => new(
        "SPIKE301",
        $"There is no device '{asked}' on this machine. It has: {string.Join(", ", present.Select(device => $"{device.Selector} ({device.Name})"))}. "
        + "Ask for one of these, or for 'auto', which takes the fastest.");

    public static SpikeDataException OutOfMemory(string device, long bytes, Exception inner) => new(
        "SPIKE302",
        $"{bytes / (1024.0 * 1024):N1} MB could not be reserved on {device}. "
        + "Close what else uses its memory, or work on smaller frames or fewer clips at a time.",
        inner);

    public static SpikeDataException Unusable(DeviceInfo device, Exception inner) => new(
        "SPIKE303",
        $"The device {device.Selector} ({device.Name}) is there, but its driver refuses to open it: {inner.Message} "
        + "Update the driver, or ask for 'cpu'.",
        inner);
}

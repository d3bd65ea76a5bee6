namespace SpikeData.Compute.Tests;

public sealed class DeviceTests
{
    [Fact]
    public void Cpu_IsAlwaysThere()
    {
        DeviceInfo cpu = Device.List()[0];
        using Device device = Device.Open(cpu.Selector);
        Assert.Equal(("cpu", "CPU", device.Name), (cpu.Selector, cpu.Kind, cpu.Name));
        Assert.True(cpu.MemoryBytes > 0);
        Assert.True(device.IsHost);
    }

    [Fact]
    public void EveryListedDevice_OpensByItsSelector()
    {
        foreach (DeviceInfo info in Device.List())
        {
            using Device device = Device.Open(info.Selector);
            Assert.Equal(info.Name, device.Name);
        }
    }

    [Fact]
    public void MachineWithoutGpu_ComputesOnTheCpu()
    {
        using Device device = Device.Open();
        Assert.True(device.IsHost || Device.List().Count > 1);
    }

    [Theory]
    [InlineData("abacus")]
    [InlineData("cuda:99")]
    [InlineData("")]
    public void DeviceThatIsAbsent_IsReportedWithWhatThereIs(string name)
    {
        var exception = Assert.Throws<SpikeDataException>(() => Device.Open(name));
        Assert.Equal("SPIKE301", exception.Id);
        Assert.Contains($"'{name}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("cpu (CPU", exception.Message, StringComparison.Ordinal);
    }
}

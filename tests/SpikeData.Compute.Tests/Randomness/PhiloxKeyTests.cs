namespace SpikeData.Compute.Tests;

public sealed class PhiloxKeyTests
{
    /// <summary>Worked out with Python's hashlib and struct.</summary>
    [Fact]
    public void DerivedKeys_NeverChange()
    {
        Assert.Equal(0x6c0f82ad0baae446u, Bits(PhiloxKey.Derive(1, "demo", "cockatoo")));
        Assert.Equal(0x7a0b81a1f57055afu, Bits(PhiloxKey.Derive(0)));
        Assert.Equal(0xd8f8c2b8e2642ffau, Bits(PhiloxKey.Derive(-1, "gopro", "GOPR0384_11_00")));
        Assert.Equal(0x3c95cd44bc44ad04u, Bits(PhiloxKey.Derive(1, "démo")));
    }

    [Fact]
    public void SeedNamesAndTheirBorders_AllMatter()
    {
        PhiloxKey[] keys =
        [
            PhiloxKey.Derive(1, "ab", "c"), PhiloxKey.Derive(1, "a", "bc"), PhiloxKey.Derive(1, "abc"), PhiloxKey.Derive(2, "ab", "c"),
            PhiloxKey.Derive(1, "ab", "c", ""),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    static ulong Bits(PhiloxKey key) => (uint)key.Low | (ulong)(uint)key.High << 32;
}

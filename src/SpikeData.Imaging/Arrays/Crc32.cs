namespace SpikeData.Imaging;

/// <summary>The check sum of zip archives: the polynomial EDB88320, as ISO 3309 has it.</summary>
struct Crc32()
{
    static readonly uint[] Table = BuildTable();
    uint state = ~0u;

    public readonly uint Value => ~state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint sum = state;
        foreach (byte next in bytes) sum = Table[(byte)(sum ^ next)] ^ (sum >> 8);
        state = sum;
    }

    static uint[] BuildTable()
    {
        uint[] table = new uint[256];
        for (uint index = 0; index < table.Length; index++)
        {
            uint entry = index;
            for (int bit = 0; bit < 8; bit++) entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ 0xEDB88320;
            table[index] = entry;
        }

        return table;
    }
}

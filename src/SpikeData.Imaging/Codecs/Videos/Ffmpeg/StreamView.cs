namespace SpikeData.Imaging;

/// <summary>An AVStream of FFmpeg 7.1 with its parameters.</summary>
readonly unsafe struct StreamView(nint stream)
{
    const int Video = 0, CoverPicture = 0x400, DiscardAll = 48, DisplayMatrix = 5;

    public bool IsVideo => Parameter(0) == Video && (Int(64) & CoverPicture) == 0;

    /// <summary>The container's own number of the track.</summary>
    public int Id => Int(12);

    public int Codec => Parameter(4);

    /// <summary>An AVCodecParameters.</summary>
    public nint Parameters => *(nint*)(stream + 16);

    /// <summary>What the container keeps for the decoder outside of packets.</summary>
    public ReadOnlySpan<byte> ExtraData => new(*(void**)(Parameters + 16), Parameter(24));

    public (int Numerator, int Denominator) TimeBase => (Int(32), Int(36));

    /// <summary>How many frames the container says there are; 0 where it does not.</summary>
    public long StatedFrames => *(long*)(stream + 56);

    /// <summary>Frames per second as the container says.</summary>
    public (int Numerator, int Denominator) StatedRate => (Int(88), Int(92));

    public int PixelFormat => Parameter(44);

    public int Width => Parameter(72);

    public int Height => Parameter(76);

    /// <summary>The shape of a pixel; 0 where it is not stated.</summary>
    public (int Numerator, int Denominator) PixelShape => Parameter(80) > 0 ? (Parameter(80), Parameter(84)) : (Int(72), Int(76));

    /// <summary>Whether lines are stated to come in two fields.</summary>
    public bool IsInterlaced => Parameter(96) > 1;

    public ColorTags Colors => new(Parameter(112), Parameter(100), Parameter(108), Parameter(116));

    /// <summary>Keeps the demuxer from giving out what lies in this stream.</summary>
    public void Discard() => *(int*)(stream + 68) = DiscardAll;

    /// <summary>The nine numbers of the display matrix.</summary>
    public int[]? Display()
    {
        nint entries = *(nint*)(Parameters + 32);
        for (int i = 0; i < Parameter(40); i++)
        {
            nint entry = entries + (24 * i);
            if (*(int*)(entry + 16) == DisplayMatrix && *(long*)(entry + 8) >= 36) return new ReadOnlySpan<int>(*(void**)entry, 9).ToArray();
        }

        return null;
    }

    int Int(int offset) => *(int*)(stream + offset);

    int Parameter(int offset) => *(int*)(Parameters + offset);
}

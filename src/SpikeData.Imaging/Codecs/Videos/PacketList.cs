using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>What the packets of a video tell before any of them is decoded: how many frames there are, which is which, and when each is shown.</summary>
sealed class PacketList
{
    /// <summary>The place of a packet that shows no frame.</summary>
    const int Nothing = -1;

    PacketList(PacketRole[] roles, int[]? places, long[]? times, int frames, SpikeDataException? problem) =>
        (Roles, Places, Times, Frames, Problem) = (roles, places, times, frames, problem);

    /// <summary>What each packet gives, in the order of decoding.</summary>
    public PacketRole[] Roles { get; }

    /// <summary>For each packet, in the order of decoding, the number of the frame that it shows, or -1; null where the file does not tell the order.</summary>
    public int[]? Places { get; }

    /// <summary>When each frame is shown, in units of the time base; null where the file does not tell.</summary>
    public long[]? Times { get; }

    /// <summary>How many frames there should be.</summary>
    public int Frames { get; }

    /// <summary>How many frames at the beginning cannot be decoded, because what they build on lies before it.</summary>
    public int Leading => Roles.Count(role => role == PacketRole.Leading);

    /// <summary>What kept the file from being read to its end.</summary>
    public SpikeDataException? Problem { get; }

    /// <param name="demuxer">At the beginning.</param>
    /// <param name="codec">How frames are coded.</param>
    /// <param name="problem">What is known to keep the file from being read to its end.</param>
    public static PacketList Read(Demuxer demuxer, string codec, SpikeDataException? problem)
    {
        List<Entry> entries = [];
        using PacketRoles roles = new(demuxer.Stream, codec);
        try
        {
            while (demuxer.Next() is { } packet) entries.Add(new(packet.Shown, packet.Decoded, packet.IsKey, roles.Of(packet)));
        }
        catch (SpikeDataException error) when (error.Id != "SPIKE441")
        {
            problem ??= error;
        }

        return Of(entries, Missing(entries, demuxer), problem);
    }

    static PacketList Of(List<Entry> entries, long missing, SpikeDataException? problem)
    {
        bool timed = entries.TrueForAll(entry => entry.Shown != FfmpegLibrary.NoTime || !entry.Shows);
        bool ordered = timed && KeysFollow(entries);
        if (ordered) HideLeading(entries);
        var places = new int[entries.Count];
        int[] shown = [.. Enumerable.Range(0, places.Length).Where(index => entries[index].Shows)];
        int[] order = ordered ? [.. shown.OrderBy(index => entries[index].Shown)] : shown;
        Array.Fill(places, Nothing);
        for (int place = 0; place < order.Length; place++) places[order[place]] = place;
        int frames = order.Length + (int)Math.Clamp(missing, 0, int.MaxValue / 2);
        long[]? times = ordered ? [.. order.Select(index => entries[index].Shown)] : DecodingTimes(entries, shown);
        return new([.. entries.Select(entry => entry.Role)], ordered ? places : null, times, frames, problem);
    }

    /// <summary>How many frames the container states beyond what there is: they are gone.</summary>
    /// <remarks>AVI states how many intervals there are, empty ones too.</remarks>
    static long Missing(List<Entry> entries, Demuxer demuxer)
    {
        long intervals = demuxer.Kind.Demuxer == "avi" && entries.Count > 0 ? entries.Max(entry => entry.Decoded) + 1 : 0;
        return demuxer.Stream.StatedFrames - Math.Max(intervals, entries.Count);
    }

    /// <summary>Without times of showing, times of decoding have the same distances.</summary>
    static long[]? DecodingTimes(List<Entry> entries, int[] shown)
    {
        long[] times = [.. shown.Select(index => entries[index].Decoded)];
        return times.Contains(FfmpegLibrary.NoTime) || times.Zip(times.Skip(1)).Any(pair => pair.First >= pair.Second) ? null : times;
    }

    /// <summary>Whether times rise from key to key; where clocks start anew they do not.</summary>
    static bool KeysFollow(List<Entry> entries)
    {
        long[] keys = [.. entries.Where(entry => entry is { IsKey: true, Shows: true }).Select(entry => entry.Shown)];
        return keys.Zip(keys.Skip(1)).All(pair => pair.First <= pair.Second);
    }

    /// <summary>Frames before the first key, decoded or shown, build on what is not there.</summary>
    static void HideLeading(List<Entry> entries)
    {
        int first = entries.FindIndex(entry => entry.IsKey);
        if (first < 0) return;
        long start = entries[first].Shown;
        for (int i = 0; i < entries.Count; i++)
        {
            if (!entries[i].Shows || (i >= first && entries[i].Shown >= start)) continue;
            entries[i] = entries[i] with { Role = PacketRole.Leading };
        }
    }

    readonly record struct Entry(long Shown, long Decoded, bool IsKey, PacketRole Role)
    {
        public bool Shows => Role == PacketRole.Frame;
    }
}

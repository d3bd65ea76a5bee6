using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Decodes the packets of a video one after the other, and looks whether each frame that should come does come, and whole.</summary>
sealed unsafe class VideoDecoder : IDisposable
{
    readonly Demuxer demuxer;
    readonly VideoFacts facts;
    readonly HashSet<nint> damaged = [];
    nint decoder, frame;
    int sent;
    nint owner;
    bool isFlushed;

    public VideoDecoder(VideoFacts facts)
    {
        this.facts = facts;
        demuxer = new(facts.Path, facts.Container!);
        try
        {
            Open();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public FrameView Frame => new(frame);

    /// <summary>How many frames have been decoded.</summary>
    public int Count { get; private set; }

    PacketList Packets => facts.Packets!;

    /// <summary>Decodes the next frame, unless there is none left.</summary>
    /// <exception cref="SpikeDataException">SPIKE447: it is damaged, or lost.</exception>
    public bool Next()
    {
        while (true)
        {
            FfmpegLog.ListenTo(decoder);
            int result = FfmpegLibrary.Receive(decoder, frame);
            if (FfmpegLog.HasComplained()) Blame();
            if (result == 0)
            {
                if (IsHidden()) continue;
                Check();
                Count++;
                return true;
            }

            if (result == FfmpegLibrary.EndOfFile) return End();
            if (result == FfmpegLibrary.TryAgain) SendNext();
            else if (isFlushed) throw Damaged("cannot be decoded", FfmpegLibrary.Words(result));
            else Blame();
        }
    }

    public void Dispose()
    {
        fixed (nint* pointer = &frame) FfmpegLibrary.FreeFrame(pointer);
        fixed (nint* pointer = &decoder) FfmpegLibrary.FreeDecoder(pointer);
        demuxer.Dispose();
    }

    void Open()
    {
        frame = FfmpegLibrary.AllocateFrame();
        nint codec = FfmpegLibrary.FindDecoder(demuxer.Stream.Codec);
        if (codec == 0) throw MediaError.NoDecoder(facts.Path, facts.Codec);
        decoder = FfmpegLibrary.AllocateDecoder(codec);
        Set("threads", "1");
        Set("flags", "+copy_opaque");
        // Damage is an error, and checksums are looked at.
        Set("err_detect", "crccheck+explode");
        Set("max_pixels", $"{PictureFile.LargestArea}");
        if (FfmpegLibrary.SetParameters(decoder, demuxer.Stream.Parameters) < 0 || FfmpegLibrary.OpenDecoder(decoder, codec, null) < 0)
            throw MediaError.Unsupported(facts.Path, $"has a video track that is no {facts.Codec} which can be decoded");
    }

    void Set(string option, string value) => FfmpegLibrary.SetOption(decoder, option, value, 0);

    void SendNext()
    {
        PacketView? next;
        try
        {
            next = demuxer.Next();
        }
        catch (SpikeDataException error) when (error.Id != "SPIKE441")
        {
            // What was read before is decoded yet; the end tells that something is missing.
            next = null;
        }

        if (next is not { } packet)
        {
            isFlushed = true;
            _ = FfmpegLibrary.Send(decoder, 0);
            return;
        }

        // A second field belongs to the frame that the packet before began.
        if (RoleOf(++sent) != PacketRole.SecondField) owner = sent;
        // Decoders make up the rest of a frame that was cut, some without a word.
        if (sent == Packets.Roles.Length && Packets.Problem is not null) Blame();
        if (packet.Bytes.IsEmpty) return;
        packet.Opaque = owner;
        FfmpegLog.ListenTo(decoder);
        int result = FfmpegLibrary.Send(decoder, packet.Pointer);
        if (FfmpegLog.HasComplained() | result < 0 | packet.IsCorrupt) Blame();
    }

    /// <summary>Notes that what was sent last is damaged.</summary>
    void Blame()
    {
        if (RoleOf(sent) == PacketRole.Hidden) throw Damaged("cannot be decoded", "a packet that it may build on is damaged");
        damaged.Add(owner);
    }

    PacketRole? RoleOf(int packet) => packet > 0 && packet <= Packets.Roles.Length ? Packets.Roles[packet - 1] : null;

    /// <summary>Whether the frame is one of those at the beginning that build on what is not there.</summary>
    bool IsHidden() => RoleOf((int)Frame.Opaque) == PacketRole.Leading;

    /// <summary>The number of the frame, as its packet has it; null where that is not known.</summary>
    int? Place() => Packets.Places is { } places && Frame.Opaque > 0 && Frame.Opaque <= places.Length ? places[Frame.Opaque - 1] : null;

    void Check()
    {
        if (Place() is { } place && place > Count) throw Damaged("is missing", "its packet gives no frame");
        if (Frame.IsCorrupt || damaged.Contains(Frame.Opaque)) throw Damaged("is damaged", "the decoder had to guess some of it");
    }

    bool End()
    {
        if (Packets.Problem is { } problem) throw Damaged("is missing", $"the file {problem.Message.AsSpan(problem.Message.IndexOf('\'', 1) + 2)}");
        if (Count < facts.Count) throw Damaged("is missing", Count == 0 ? "nothing can be decoded" : $"of {facts.Count} frames {Count} are decoded");
        return false;
    }

    SpikeDataException Damaged(string what, string why) => MediaError.DamagedFrame(facts.Path, Count, what, why);
}

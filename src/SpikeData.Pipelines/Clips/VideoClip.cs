using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A clip kept as a video file.</summary>
/// <param name="source">The file.</param>
/// <param name="workspace">Where it is worked on.</param>
/// <param name="decode">What the recipe asks for.</param>
/// <param name="facts">What was found out about the file.</param>
sealed class VideoClip(ClipSource source, Workspace workspace, Decode decode, VideoFacts facts)
{
    readonly ClipFacts noted = new();
    readonly FrameTimes times = new(facts, decode);

    FrameRange Range => decode.Frames;

    /// <summary>Opens it to learn size, length and times; it is opened again whenever its frames are asked for.</summary>
    /// <exception cref="SpikeDataException">As of <see cref="Decode.Open"/>.</exception>
    public static Clip Open(ClipSource source, Workspace workspace, Decode decode)
    {
        try
        {
            return new VideoClip(source, workspace, decode, VideoFacts.Of(source.Files[0], cutShort: decode.Damaged == DamagedVideo.Cut)).Open();
        }
        catch (SpikeDataException error) when (decode.Damaged == DamagedVideo.SkipClip && DamagedFrames.IsMeant(error))
        {
            throw DamagedFrames.Skip(error);
        }
    }

    Clip Open()
    {
        times.Check();
        // Of a video that may be cut where it is damaged, any part will do.
        if (decode.Damaged == DamagedVideo.Refuse && times.Count is { } count && (Range.Last ?? Range.First) >= count) throw Errors.EndsEarly(source, count, Range);
        noted.Note(VideoNotes.Fact, VideoNotes.Of(facts, null, times));
        FrameSize recorded = new(facts.Width, facts.Height), size = decode.Size ?? recorded;
        SizeFit.Note(noted, recorded, size);
        return new(workspace, source, size, ReadAhead.Of(Frames(size), Decode.FramesAheadOf(facts.Height, facts.Width)))
        {
            BytesRead = Decode.BytesReadOf(facts.Height, facts.Width),
            Count = Range.Last is { } last ? last - Range.First + 1 : times.Count - Range.First,
            FramesPerSecond = decode.FramesPerSecond ?? times.FramesPerSecond,
            Facts = noted,
        };
    }

    /// <exception cref="SpikeDataException">The video ends before the range does (SPIKE412), or is damaged (SPIKE445 to SPIKE448).</exception>
    IEnumerable<Frame> Frames(FrameSize size)
    {
        using var video = new VideoReader(facts.Path, new() { Facts = facts, Matrix = decode.ColorMatrix, Range = decode.ColorRange, AnySize = decode.Size is not null });
        using var frames = new FittedFrames(video, size, workspace);
        int decoded = -1;
        bool isNoted = false;
        for (int index = Range.First; index == Range.First || Range.Contains(index); index++)
        {
            int? wanted = times.FrameOf(index);
            while (decoded < wanted && Move(video, decoded)) decoded++;
            if (wanted is null || decoded < wanted)
            {
                if (!WasCut && (index <= Range.First || Range.Last is not null)) throw Errors.EndsEarly(source, wanted is null ? index : decoded + 1, Range);
                yield break;
            }

            Frame frame = frames.Current();
            if (!isNoted || video.FrameFacts?.IsInterlaced == true) noted.Note(VideoNotes.Fact, VideoNotes.Of(facts, video.FrameFacts, times));
            isNoted = true;
            yield return frame;
        }
    }

    bool WasCut { get; set; }

    bool Move(VideoReader video, int decoded)
    {
        try
        {
            return video.MoveNext();
        }
        catch (SpikeDataException error) when (decode.Damaged != DamagedVideo.Refuse && DamagedFrames.IsMeant(error))
        {
            if (decode.Damaged == DamagedVideo.SkipClip) throw DamagedFrames.Skip(error);
            noted.Note(DamagedFrames.Fact, DamagedFrames.Cut(error, decoded + 1, facts.Count));
            WasCut = true;
            return false;
        }
    }
}

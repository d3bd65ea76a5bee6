using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>What is found out about a .dat file that says nothing about itself, beside pictures of the same scene.</summary>
/// <param name="Path">The file.</param>
/// <param name="Size">Of the sensor, in pixels.</param>
/// <param name="Ticks">How many there are.</param>
/// <param name="TicksPerSecond">How many times a second it was read out; null where nobody says.</param>
sealed record SsdmSpikes(string Path, (int Height, int Width) Size, int Ticks, double? TicksPerSecond)
{
    /// <summary>In the published data pictures have four times the rows and columns, recorded ones too.</summary>
    const int PicturePixelsPerSpikePixel = 4;

    const string WayOut = "Give the size of the sensor, such as --size 400x250.";

    /// <param name="path">The file.</param>
    /// <param name="stated">What somebody knows; a sidecar or a config.yaml knows the rest, and else the size is a quarter of the pictures'.</param>
    /// <param name="pictures">The size of the blurry images of the clip, where there are any.</param>
    /// <exception cref="SpikeDataException">SPIKE450: nothing says how large it is. SPIKE487: it cannot be as large, or lies in another way than the layout has it.</exception>
    public static SsdmSpikes Open(string path, RecordingFacts stated, (int Height, int Width)? pictures)
    {
        try
        {
            return Check(path, stated);
        }
        catch (SpikeDataException unknown) when (unknown.Id == "SPIKE450" && pictures is { } size)
        {
            if (size.Height % PicturePixelsPerSpikePixel != 0 || size.Width % PicturePixelsPerSpikePixel != 0)
                throw SsdmClip.Wrong(path, $"The pictures, {size.Width}x{size.Height}, are not four times as large as any sensor. {WayOut}");
            RecordingFacts quarter = new() { Width = size.Width / PicturePixelsPerSpikePixel, Height = size.Height / PicturePixelsPerSpikePixel };
            SsdmSpikes guessed = Check(path, stated.Or(quarter));
            IReadOnlyList<SizeGuess> likely = SizeGuess.Of(path);
            if (!SizeGuess.IsClear(likely) || (likely[0].Facts.Height, likely[0].Facts.Width) == guessed.Size) return guessed;
            throw SsdmClip.Wrong(path, $"A quarter of the pictures is {quarter.Width}x{quarter.Height}, but neighboring rows agree as in a recording of {likely[0].Facts.Width}x{likely[0].Facts.Height}. {WayOut}");
        }
    }

    static SsdmSpikes Check(string path, RecordingFacts known)
    {
        using SpikeRecording recording = SpikeRecording.OpenDoubted(path, known, out ReadingDoubt? doubt);
        (SpikeLayout layout, RecordingFacts facts) = (recording.Layout, recording.Facts);
        if (recording.Format != RecordingFormat.Dat || facts.HeaderColumns is not null || layout.Rows != RowOrder.BottomUp)
            throw SsdmClip.Wrong(path, "In this layout a recording is a .dat file, the lowest row first, without header columns. Bring it there first: spikedata convert FILE FOLDER --layout s-sdm.");
        if (recording.Ticks == 0 || recording.Ticks * layout.FrameBytes != new FileInfo(path).Length)
            throw SsdmClip.Wrong(path, $"Its {new FileInfo(path).Length} bytes are no whole number of ticks of {layout.Width}x{layout.Height}, {layout.FrameBytes} each. It was cut short, or the sensor has another size. {WayOut}");
        if (facts.Bits == BitOrder.MostFirst || doubt is not null)
            throw SsdmClip.Wrong(path, "The first pixel of a byte is in its most significant bit, and in this layout in the least. Bring it there first: spikedata convert FILE FOLDER --layout s-sdm --bit-order msb; or say bit-order: lsb in the file's .yaml where that is wrong.");
        return new(path, (layout.Height, layout.Width), checked((int)recording.Ticks), facts.TicksPerSecond);
    }
}

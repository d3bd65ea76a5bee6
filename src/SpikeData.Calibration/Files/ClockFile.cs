using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Calibration;

/// <summary>A picture camera's clock as a YAML file: one for each recording, to be reviewed and edited.</summary>
public static class ClockFile
{
    /// <summary>The text of the file.</summary>
    public static string Write(ClockEstimate estimate) => string.Create(CultureInfo.InvariantCulture, $"""
        # How the exposures of a picture camera lie among the ticks of a spike camera, as 'spikedata synchronise' found it. May be edited by hand.
        # Moments are in ticks since the beginning of tick 0; a picture's moment is the middle of its exposure.
        format: 1
        first-middle: {estimate.Clock.FirstMiddle:F3}  # of picture 0
        ticks-per-picture: {estimate.Clock.TicksPerPicture:F6}
        exposure: {estimate.Clock.ExposureTicks:F3}  # ticks{(estimate.Blur is { IsUnsure: false } ? ", by the blur of moving things" : "")}
        {(double.IsNaN(estimate.ErrorTicks) ? "# error: unknown, too few pictures to tell" : string.Create(CultureInfo.InvariantCulture, $"error: {estimate.ErrorTicks:F3}  # ticks, of the moments; for people"))}
        correlation: {estimate.Correlation:F5}  # of the shared signal; for people
        confidence: {estimate.Confidence:F3}  # 0 to 1: how far it stands out from the next best moment; for people

        """).ReplaceLineEndings("\n");

    /// <summary>Reads a file and checks that it describes a clock.</summary>
    /// <exception cref="SpikeDataException">SPIKE607: it does not; the message gives line and column.</exception>
    public static PictureClock Read(string path)
    {
        YamlPart file = YamlPart.Read(path).Only("format", "first-middle", "ticks-per-picture", "exposure", "error", "correlation", "confidence");
        if (file["format"].Number != 1) throw file["format"].Error("Only format 1 is known. A newer version of this program wrote the file.");
        PictureClock clock = new(file["first-middle"].Number, file["ticks-per-picture"].Positive, file["exposure"].Positive);
        return clock.ExposureTicks <= clock.TicksPerPicture ? clock : throw file["exposure"].Error("The shutter cannot be open longer than from one picture to the next.");
    }
}

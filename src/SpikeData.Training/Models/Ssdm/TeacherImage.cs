namespace SpikeData.Training;

/// <summary>What a teacher shows its student.</summary>
public enum TeacherImage
{
    /// <summary>The deblurred color image, as in the published code.</summary>
    Color,

    /// <summary>The denoised and enlarged gray image, as equation 14 of the paper reads.</summary>
    Gray,
}

namespace SpikeData.Imaging;

/// <summary>What a random word is for: the last word of the counter (draw or tick, pixel, exposure, purpose), so that no two draws share one.</summary>
static class Draws
{
    public const int Voltage = 1;
    public const int NoisePhase = 2;
    public const int NoiseGap = 3;
    public const int PoissonNoise = 4;
    public const int GainPattern = 5;
    public const int DarkPattern = 6;
    public const int ThresholdPattern = 7;
    public const int ThresholdNoise = 8;
    public const int ShotNoise = 9;
    public const int Diffusion = 10;
    public const int PictureNoise = 11;
}

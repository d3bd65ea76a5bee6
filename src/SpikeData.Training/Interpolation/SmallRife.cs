namespace SpikeData.Training;

/// <summary>The weights of a small IFNet_m that is part of the library; samples/rife is how they were trained.</summary>
public static class SmallRife
{
    // Other weights raise the version of Rife.
    const string File = "rife-small.safetensors";

    public static Weights Read()
    {
        using Stream stream = typeof(SmallRife).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"The assembly has no resource {File}.");
        return SafeTensors.Read(stream);
    }
}

namespace SpikeData.Training;

/// <summary>Tells by the names of arrays which network weights are of, and what the networks here read.</summary>
static class KnownNetworks
{
    const string Rife = "'rife' reads IFNet and IFNet_m of ECCV2022-RIFE (arXiv v5 and v6) and what is trained here";

    /// <summary>Names that only one network has, and what it is.</summary>
    static readonly (string[] Names, string What)[] Known =
    [
        (["block0.convblock.0.beta", "block0.lastconv.0."], $"Practical-RIFE 4.6 or later; {Rife}"),
        (["block0.convblock0.0.", "block0.conv1."], $"RIFE 3.x or Practical-RIFE 4.0 to 4.5; {Rife}"),
        (["block0.conv0.0.0.", "block0.convblock.0.0.", "contextnet.conv1.", "unet.down0."], $"RIFE's IFNet or IFNet_m, for 'rife'"),
        (["block0.conv0.", "block0.convblock."], $"a flow network of RIFE's family; {Rife}"),
        (["vfinet.conv_flow_bottom.", "channel_converter."], "XVFI-Net, for 'xvfi'"),
        (["vfinet.", "rec_ctx_ds."], "XVFI-Net, for 'xvfi'"),
        (["unet.enc1.conv1.conv.", "unet.dec2."], "BSN of S-SDM, which 'infer bsn' takes"),
        (["head.0.", "body.0.body.0.", "tail."], "EDSR, which 'infer edsr' takes"),
        (["blur_enc.0.", "spike_enc.0."], "LDN of S-SDM, which 'infer ldn' and 'deblur' take"),
        (["features.28.", "classifier.6."], "torchvision's VGG16, for 'lpips-vgg'"),
        (["features.0.", "features.3.squeeze."], "torchvision's SqueezeNet"),
        (["features.0.", "features.10.", "classifier.6."], "torchvision's AlexNet"),
        (["features.0."], "a classifier of torchvision"),
        (["layer1.0.conv1.", "layer4."], "a ResNet"),
        (["body.0.rdb1.conv1.", "conv_first."], "ESRGAN's RRDBNet"),
    ];

    /// <summary>A sentence on which network weights look like; empty where none is known.</summary>
    public static string Describe(IEnumerable<string> names)
    {
        string[] all = [.. names];
        string? found = Known.FirstOrDefault(known => known.Names.All(start => all.Any(name => name.StartsWith(start, StringComparison.Ordinal)))).What;
        return found is null ? "'spikedata weights show' lists what they have." : $"They look like weights of {found}.";
    }
}

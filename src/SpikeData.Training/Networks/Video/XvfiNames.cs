using System.Globalization;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>The names that PyTorch's state dict of XVFI-Net gives to arrays it lists twice.</summary>
static class XvfiNames
{
    const string Module = "rec_ext_ds_module";

    /// <summary>The same weights, each array once: the converter and the halving convolution are members of the extractor, too.</summary>
    public static Weights WithoutAliases(Weights weights)
    {
        // The convolution in front of the residual block is the one member that has a name of its own only there.
        string own = (BlockPlace(weights) - 1).ToString(CultureInfo.InvariantCulture);
        Weights unique = [];
        foreach ((string name, NdArray array) in weights)
        {
            string known = name.Split('.') switch
            {
                [Module, "0", "0", var kind] => $"channel_converter.0.{kind}",
                [Module, var place, var kind] when place != own => $"rec_ext_ds.{kind}",
                _ => name,
            };
            if (!unique.Contains(known)) unique.Add(known, array);
        }

        return unique;
    }

    static int BlockPlace(Weights weights)
    {
        foreach (string name in weights.Names)
            if (name.Split('.') is [Module, var place, "resblock1", ..] && int.TryParse(place, CultureInfo.InvariantCulture, out int number)) return number;
        return 0;
    }
}

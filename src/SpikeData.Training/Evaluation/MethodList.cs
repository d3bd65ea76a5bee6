namespace SpikeData.Training;

/// <summary>The rows of a report that a model has the networks for.</summary>
sealed class MethodList(TrainedModel trained, RawSdm raw, Teacher? teacher, Student? student, int scale)
{
    bool HasEnlarger => trained.Networks.ContainsKey("edsr");

    /// <summary>Sharp images in color.</summary>
    public IEnumerable<Method> InColor()
    {
        yield return new("Blurry input", "the blurry image as it is", 0, false, (view, planes) => view.Scene.Blur(view.Window, planes));
        string spikes = scale == 1 ? "spikes" : "spikes enlarged by bilinear interpolation";
        yield return new("Raw SDM", $"the spike-guided model on {spikes}, no network", 0, false, raw.Deblur);
        if (teacher is not null)
            yield return new("Teacher (SDM)", $"bsn{(HasEnlarger ? ", edsr" : "")} and the spike-guided model", trained.Parameters("bsn", "edsr"), false, teacher.Deblur);
        if (student is not null) yield return new("I-4 LDN (S-SDM)", "the light network alone, in color", trained.Parameters("ldn"), false, student.Deblur);
    }

    /// <summary>What few spikes show, in gray.</summary>
    public IEnumerable<Method> InGray(RowEnlargement way)
    {
        RowEnlargement? enlarged = scale == 1 ? null : way;
        string enlarging = enlarged is null ? "" : $", enlarged by {way.Words()}";
        yield return new("I-1 TFP", $"the mean of few spikes{enlarging}, in gray", 0, true, (view, gray) => raw.Brightness(view, gray, way)) { Enlarged = enlarged };
        if (teacher is null) yield break;
        yield return new("I-2 BSN", $"the same, denoised by bsn{enlarging}, in gray", trained.Parameters("bsn"), true, (view, gray) => teacher.DenoisedBrightness(view, gray, way)) { Enlarged = enlarged };
        if (HasEnlarger) yield return new("I-3 BSN + EDSR", "the same, enlarged by edsr, in gray", trained.Parameters("bsn", "edsr"), true, teacher.Brightness);
    }
}

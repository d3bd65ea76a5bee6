namespace SpikeData.Pipelines;

/// <summary>Finds out what of a clip's key each of its products depends on.</summary>
sealed class ProductPlans
{
    /// <summary>The versions of the way these keys are made, and of the way light is written.</summary>
    const string ProductFormat = "1", LightFormat = "1";

    /// <summary>The parameters of a spike camera that decide what light its pixels see.</summary>
    static readonly string[] OfLight = ["version", "color", "response", "scale"];

    readonly Pipeline pipeline;
    readonly IReadOnlyList<KeyPart> parts;
    readonly string[] labels;

    ProductPlans(Pipeline pipeline, IReadOnlyList<KeyPart> parts)
    {
        (this.pipeline, this.parts) = (pipeline, parts);
        labels = [.. StageForm.Labels(pipeline.Stages.Select(StageForm.NameOf))];
    }

    /// <summary>The products of a recipe in the order in which it writes them; none where it is not known which stage feeds which.</summary>
    /// <param name="pipeline">The recipe.</param>
    /// <param name="parts">What the key of the clip is made of.</param>
    public static IReadOnlyList<ProductPlan> Of(Pipeline pipeline, IReadOnlyList<KeyPart> parts)
    {
        bool isKnown = pipeline.Inputs.Count == pipeline.Stages.Count && pipeline.Stages[^1] is Write;
        return isKnown ? [.. pipeline.Inputs[^1].Select(new ProductPlans(pipeline, parts).Plan)] : [];
    }

    ProductPlan Plan(int place)
    {
        HashSet<int> feeding = [];
        Follow(place);
        int[] cameras = [.. feeding.Where(at => pipeline.Stages[at] is SimulateSpikes)];
        // Whatever happens to a clip may be told in its facts, so all of it counts for every product.
        int[] ofClip = [.. Enumerable.Range(0, labels.Length).Where(IsOfClip)];
        int[] all = [.. feeding.Union(ofClip).Order()];
        return new(
            labels[place],
            ContentKey.Of([new("product format", ProductFormat), .. Common, Wiring(all), .. PartsOf([.. all, labels.Length - 1])]),
            cameras is [int camera] ? Light(camera) : null);

        LightPlan Light(int camera)
        {
            KeyPart[] light = [new("light format", LightFormat), .. Common, Wiring(ofClip), .. PartsOf(ofClip), Seen(feeding), .. LightOf(labels[camera])];
            return new(ContentKey.Of(light), light);
        }

        void Follow(int stage)
        {
            if (!feeding.Add(stage)) return;
            foreach (int input in pipeline.Inputs[stage]) Follow(input);
        }
    }

    bool IsOfClip(int stage) => pipeline.Stages[stage] is IClipSource or IStage<Clip, Clip>;

    /// <summary>What says something about the clip as a whole.</summary>
    IEnumerable<KeyPart> Common => parts.Where(part =>
        part.Name is Planner.FormatPart or Planner.ClipPart or Planner.SplitPart or Planner.CodePart || Planner.IsSource(part.Name));

    /// <summary>Which stage takes the outputs of which.</summary>
    KeyPart Wiring(int[] stages) =>
        new(Planner.StagesPart, string.Join(", ", stages.Select(at => $"{labels[at]}({string.Join(", ", pipeline.Inputs[at].Select(input => labels[input]))})")));

    /// <summary>The stage whose frames a camera looks at, of all those that change the clip.</summary>
    KeyPart Seen(IReadOnlySet<int> feeding) =>
        new("frames", string.Join(", ", feeding.Where(at => !IsOfClip(at)).SelectMany(at => pipeline.Inputs[at])
            .Where(IsOfClip).Distinct().Order().Select(at => labels[at])));

    IEnumerable<KeyPart> PartsOf(int[] stages) =>
        stages.SelectMany(at => parts.Where(part => part.Name.StartsWith(labels[at] + ".", StringComparison.Ordinal)));

    IEnumerable<KeyPart> LightOf(string camera) => parts.Where(part => OfLight.Any(name => IsOf(part.Name, $"{camera}.{name}")));

    /// <summary>Whether a part is a parameter, or one of the parameters of its variant.</summary>
    static bool IsOf(string part, string parameter) =>
        part.StartsWith(parameter, StringComparison.Ordinal) && (part.Length == parameter.Length || part[parameter.Length] == '.');
}

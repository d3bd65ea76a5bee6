using static VerifyXunit.Verifier;

namespace SpikeData.Recipes.Tests;

/// <summary>What people get wrong, and what they read then: every message with its file, line and column.</summary>
public class ProblemTests
{
    const string Tail = "\n- expose\n- synthesize-blur\n- write";

    [Fact]
    public async Task UnknownNames_AreReportedWithTheNearestOnes() => await Verify(ProblemReport.Of(
        "- decode: { from: a.mp4 }\n- expose\n- simulat-spikes\n- write",
        "- decode: { from: a.mp4 }\n- expose: { frame: 97, skipp: 7 }\n- synthesize-blur\n- write",
        "- decode: { from: a.mp4 }\n- interpolate: { methd: linear, facotr: 8 }" + Tail,
        "- decode: { from: a.mp4 }\n- teleport" + Tail,
        "dataset:\n  demo: []",
        "datasets:\n  demo:\n    stage: []\n    desription: x"));

    [Fact]
    public async Task WrongValues_AreReportedWithFormAndRange() => await Verify(ProblemReport.Of(
        "- decode: { from: a.mp4, frames: 180-219, size: 640 x 360, optional: yes }" + Tail,
        "- decode: { from: [a, b], size: }\n- interpolate: { factor: many }" + Tail,
        "- decode: { from: 12 }\n- interpolate: { factor: \"8\" }" + Tail,
        "- decode: { from: a.mp4 }\n- interpolate: { factor: 300 }\n- expose: { frames: 0, skip: 99999999999999999999 }\n- synthesize-blur\n- write",
        "- decode: { from: a.mp4 }\n- expose\n- simulate-spikes: { reset: sofd, weights: [0.5, 1.5, .nan, x], seed: 1_000 }\n- write",
        "- decode: { from: a.mp4 }\n- expose: { frames: 97 frames }\n- simulate-spikes: { weights: 0.5, scale: 4.0 }\n- write",
        "- decode" + Tail));

    [Fact]
    public async Task Choices_TakeTheirParametersBesideOrBelow() => await Verify(ProblemReport.Of(
        "- decode: { from: a.mp4 }\n- interpolate: { method: rife, weights: a.npz }" + Tail,
        "- decode: { from: a.mp4 }\n- interpolate: { method: { rife: { weights: a.npz } } }" + Tail,
        "- decode: { from: a.mp4 }\n- interpolate: { method: rife }" + Tail,
        "- decode: { from: a.mp4 }\n- interpolate: { method: linear, weights: a.npz }" + Tail,
        "- decode: { from: a.mp4 }\n- interpolate: { method: { rief: { weights: a.npz } } }" + Tail,
        "- decode: { from: a.mp4 }\n- interpolate: { method: [linear] }" + Tail,
        "- decode: { from: a.mp4 }\n- interpolate: { method: { rife: a.npz } }" + Tail,
        "- decode: { from: a.mp4 }\n- expose\n- simulate-spikes: { noise: dark, rate: 2 }\n- write",
        "- decode: { from: a.mp4 }\n- expose\n- simulate-spikes: { terms: [none, { dark: { rate: 0.1 } }, { dark: {} }] }\n- write",
        "- decode: { from: a.mp4 }\n- expose\n- simulate-spikes: { noise: dark, extra: dark, rate: 0.1 }\n- write"));

    [Fact]
    public async Task OrdersThatDoNotChain_AreReportedWithTheStagesThatWould() => await Verify(ProblemReport.Of(
        "- decode: { from: a.mp4 }\n- synthesize-blur\n- expose\n- write",
        "- expose\n- synthesize-blur\n- write",
        "- decode: { from: a.mp4 }\n- expose\n- synthesize-blur",
        "- decode: { from: a.mp4 }\n- expose\n- write",
        "- decode: { from: a.mp4 }\n- expose\n- synthesize-blur\n- decode: { from: b.mp4 }\n- write",
        "- decode: { from: a.mp4 }\n- expose\n- synthesize-blur\n- write\n- extract-sharp",
        "- decode: { from: a.mp4 }\n- interpolate\n- interpolate: { factor: 2 }" + Tail));

    [Fact]
    public async Task WrongShapes_AreReportedWithTheRightOne() => await Verify(ProblemReport.Of(
        "",
        "# nothing yet",
        "[]",
        "datasets:",
        "datasets: [demo]",
        "datasets:\n  demo: 5",
        "datasets:\n  demo: []",
        "datasets:\n  demo:\n    description: no stages",
        "datasets:\n  demo:\n    description: [a]\n    stages: decode",
        "- decode:\n  from: a.mp4" + Tail,
        "- decode: { from: a.mp4 }\n  expose: { frames: 97 }\n- synthesize-blur\n- write",
        "- decode: a.mp4" + Tail,
        "- [decode]\n- {}\n-" + Tail,
        "datasets:\n  demo:\n    - decode: { from: a, from: b, from: c }\n  demo:\n    - expose\n",
        "datasets:\n  demo:\n    ? [a]\n    : b\n"));

    [Fact]
    public async Task TextThatIsNotYaml_IsReportedWhereItBreaks() => await Verify(ProblemReport.Of(
        "datasets:\n\tdemo: []",
        "datasets:\n  demo:\n    - decode: { from: a.mp4\n",
        "datasets:\n  demo:\n    - decode: { from: \"a.mp4 }\n",
        "datasets:\n  demo:\n   - a\n  - b",
        "datasets: {}\n---\ndatasets: {}",
        "datasets: !!map {}",
        "datasets: @demo",
        "%YAML 9.9\n---\na"));

    [Fact]
    public async Task AnchorsAndMerges_AreFollowedOrReported() => await Verify(ProblemReport.Of(
        WithAnchor("x-cut: &cut { frames: 97, skip: 7 }", "- expose: { <<: *cut, frames: 33 }"),
        WithAnchor("x-cut: &cut { frames: 97, skip: 7 }", "- expose: *cat"),
        WithAnchor("x-cut: &cut { frmes: 97 }", "- expose: { <<: *cut }"),
        WithAnchor("x-cut: &cut [1]", "- expose: { <<: [*cut, { skip: 1 }] }"),
        "datasets: &all\n  demo: *all",
        WithAnchor("x-n: &n many", "- expose: { frames: *n }")));

    static string WithAnchor(string anchor, string expose) =>
        $"{anchor}\ndatasets:\n  demo:\n    - decode: {{ from: a.mp4 }}\n    {expose}\n    - synthesize-blur\n    - write";

    [Fact]
    public async Task NamesThatCannotBeFolders_AreRefused() => await Verify(ProblemReport.Of(
        [.. new[] { "Demo", "../demo", "con", "demo--1", "1demo", "d\u00e9mo", "\"\"", "a/b", "all", new string('a', 65) }
            .Select(name => $"datasets:\n  {name}:\n    - decode: {{ from: a.mp4 }}\n    - expose\n    - synthesize-blur\n    - write"),
        "datasets:\n  demo-1: &d\n    - decode: { from: a.mp4 }\n    - expose\n    - synthesize-blur\n    - write\n  demo1: *d"]));
}

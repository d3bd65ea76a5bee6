using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SpikeData.Recipes;

/// <summary>Builds the tree of a YAML file from the parser's events: every place known, duplicate keys reported, merges carried out.</summary>
sealed class YamlTree
{
    readonly ProblemList problems;
    readonly YamlAnchors anchors;
    readonly YamlMerge merge;
    readonly Parser events;

    YamlTree(Parser events, ProblemList problems)
    {
        this.events = events;
        this.problems = problems;
        anchors = new(problems);
        merge = new(problems);
    }

    /// <summary>The file's one document; null when it is empty or cannot be read, which has then been reported.</summary>
    public static YamlNode? Read(string text, ProblemList problems)
    {
        Parser events = new(new Scanner(new StringReader(text), skipComments: true));
        try
        {
            if (text.Length > RecipeLimits.Length)
                throw new TooLargeException(SourceSpan.Top,
                    $"The file has {text.Length} characters; a recipe file has at most {RecipeLimits.Length}. Split it.");
            if (YamlSlips.BareCapture(text) is not { } slip) return new YamlTree(events, problems).Document();
            problems.Add(ProblemId.NotYaml, slip.Span, slip.Message);
        }
        catch (TooLargeException limit)
        {
            problems.Add(ProblemId.TooLarge, limit.Span, limit.Message);
        }
        catch (YamlException error)
        {
            YamlSyntax.Report(error, text, problems);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            // The parser meets some kinds of damage with exceptions of the framework.
            YamlSyntax.Report(events.Current is { } last ? YamlSyntax.SpanOf(last) : SourceSpan.Top, "something is missing or out of place", text, problems);
        }

        return null;
    }

    YamlNode? Document()
    {
        events.Consume<StreamStart>();
        if (events.Accept<StreamEnd>(out _)) return null;
        events.Consume<DocumentStart>();
        YamlNode root = Node(level: 1);
        events.Consume<DocumentEnd>();
        if (events.Accept<DocumentStart>(out DocumentStart? second))
            problems.Add(ProblemId.NotYaml, YamlSyntax.SpanOf(second),
                "A second YAML document begins here; a recipe file is one. Take the line '---' away.");
        return root;
    }

    YamlNode Node(int level)
    {
        if (events.Accept<AnchorAlias>(out _))
        {
            AnchorAlias alias = events.Consume<AnchorAlias>();
            return anchors.Resolve(alias.Value.Value, level, YamlSyntax.SpanOf(alias));
        }

        NodeEvent start = events.Consume<NodeEvent>();
        SourceSpan span = YamlSyntax.SpanOf(start);
        anchors.Count(weight: 1, height: 1, level, span);
        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific)
            problems.Add(ProblemId.NotYaml, span, $"Recipes have no tags such as {Wording.Quote(start.Tag.Value)}. Take it away.");

        string? anchor = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        if (anchor is not null) anchors.Open(anchor);
        YamlNode node = start switch
        {
            Scalar scalar => new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, span),
            SequenceStart => Sequence(level, span),
            _ => Mapping(level, span),
        };
        if (anchor is not null) anchors.Close(anchor, node);
        return node;
    }

    YamlSequence Sequence(int level, SourceSpan span)
    {
        List<YamlNode> items = [];
        while (!events.TryConsume<SequenceEnd>(out _)) items.Add(Node(level + 1));
        return new(items, span)
        {
            Weight = 1 + items.Sum(item => item.Weight),
            Height = 1 + items.Select(item => item.Height).DefaultIfEmpty().Max(),
        };
    }

    YamlMapping Mapping(int level, SourceSpan span)
    {
        List<YamlEntry> entries = [];
        Dictionary<string, SourceSpan> seen = [];
        int weight = 1, height = 1;
        while (!events.TryConsume<MappingEnd>(out _))
        {
            YamlNode key = Node(level + 1), value = Node(level + 1);
            weight += key.Weight + value.Weight;
            height = Math.Max(height, 1 + value.Height);
            if (IsNewKey(key, seen)) entries.Add(new((YamlScalar)key, value));
        }

        return new(merge.Apply(entries), span) { Weight = weight, Height = height };
    }

    bool IsNewKey(YamlNode key, Dictionary<string, SourceSpan> seen)
    {
        if (key is not YamlScalar word)
        {
            problems.Add(ProblemId.WrongShape, key.Span, $"A key is a word, and this is {key.Kind}.");
            return false;
        }

        if (!seen.TryGetValue(word.Text, out SourceSpan first))
        {
            seen.Add(word.Text, word.Span);
            return true;
        }

        problems.Add(ProblemId.DuplicateKey, word.Span,
            $"{Wording.Quote(word.Text)} stands here twice, first in line {first.Line}. Keep one of them.");
        return false;
    }
}

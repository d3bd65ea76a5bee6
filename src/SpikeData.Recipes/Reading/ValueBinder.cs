using System.Globalization;
using System.Text.RegularExpressions;

namespace SpikeData.Recipes;

/// <summary>Reads a value in the form that a parameter asks for.</summary>
sealed class ValueBinder(StageSchemas schemas, ProblemList problems, ArgumentBinder arguments, IReadOnlyCollection<string> datasets)
{
    static readonly Regex WholeNumber = new(@"^[-+]?[0-9]{1,25}\z");
    static readonly Regex Digits = new("[0-9]+");
    static readonly Regex Number = new(@"^[-+]?([0-9]{1,300}\.?[0-9]{0,300}|\.[0-9]{1,300})([eE][-+]?[0-9]{1,4})?\z");

    int bound;

    /// <summary>The value; null when it is wrong, which is reported.</summary>
    /// <param name="parameter">What is asked for.</param>
    /// <param name="node">What is given.</param>
    /// <param name="beside">Parameters of a chosen variant that stand beside the choice.</param>
    public RecipeValue? Bind(ParameterSchema parameter, YamlNode node, IReadOnlyList<YamlEntry>? beside = null)
    {
        if (++bound > RecipeLimits.Values)
            throw new TooLargeException(node.Span, $"The recipes hold more than {RecipeLimits.Values} values in all. Split the file.");
        RecipeValue? value = (parameter.Type, node) switch
        {
            (ParameterType.Choice choice, YamlScalar { IsPlain: true } number) when Number.IsMatch(number.Text)
                && schemas.Choice(choice.TypeName).OfNumber is { } variant =>
                OfNumber(parameter, variant, number),
            (ParameterType.Choice choice, YamlScalar { IsNull: false } word) => Choose(parameter, choice, word, new(beside ?? [], word.Span)),
            (ParameterType.Choice choice, YamlMapping { Entries: [var only] }) => Below(parameter, choice, only),
            (ParameterType.List list, YamlSequence items) => Items(parameter, list, items),
            (_, YamlScalar { IsNull: false } word) => Word(parameter, word),
            _ => WrongForm(parameter, node),
        };
        return value;
    }

    RecipeValue? Word(ParameterSchema parameter, YamlScalar word) => parameter.Type switch
    {
        ParameterType.Text or ParameterType.Scalar when word is { IsPlain: true, Text: ['\u2018' or '\u201c' or '\u201e' or '\u00ab', ..] } => CurlyQuotes(word),
        ParameterType.Text => new RecipeValue.Text(word.Text),
        ParameterType.Flag when word is { IsPlain: true, Text: "true" or "false" } => new RecipeValue.Flag(word.Text == "true"),
        ParameterType.WholeNumber number when word.IsPlain && WholeNumber.IsMatch(word.Text) => Whole(parameter, number, word),
        ParameterType.Number number when word.IsPlain && Number.IsMatch(word.Text) => Fraction(parameter, number, word),
        ParameterType.Word { Words: var words } type => words.FirstOrDefault(known => known.Name == word.Text) is { } member
            ? new RecipeValue.Word(type.TypeName, member.MemberName)
            : UnknownWord(parameter, word, words.Select(known => known.Name)),
        ParameterType.DatasetName => datasets.Contains(word.Text) ? new RecipeValue.Dataset(word.Text) : UnknownWord(parameter, word, datasets),
        ParameterType.Scalar scalar when HasForm(word.Text, scalar) => new RecipeValue.Scalar(scalar.TypeName, word.Text),
        _ => WrongForm(parameter, word),
    };

    RecipeValue? Whole(ParameterSchema parameter, ParameterType.WholeNumber type, YamlScalar word)
    {
        decimal value = decimal.Parse(word.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (parameter.Range?.Contains((double)value) == false) return OutOfRange(parameter, word, parameter.Range.ToString());
        return value >= type.Minimum && value <= type.Maximum
            ? new RecipeValue.WholeNumber(type.TypeName, value)
            : OutOfRange(parameter, word, $"from {type.Minimum} to {type.Maximum}");
    }

    RecipeValue? Fraction(ParameterSchema parameter, ParameterType.Number type, YamlScalar word)
    {
        bool finite = double.TryParse(word.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && Math.Abs(value) <= (type.TypeName == "float" ? float.MaxValue : double.MaxValue);
        return finite && parameter.Range?.Contains(value) != false
            ? new RecipeValue.Number(type.TypeName, value)
            : OutOfRange(parameter, word, parameter.Range?.ToString() ?? $"that fits the C# type {type.TypeName}");
    }

    RecipeValue? Below(ParameterSchema parameter, ParameterType.Choice choice, YamlEntry entry)
    {
        if (entry.Value is YamlMapping own) return Choose(parameter, choice, entry.Key, own);
        if (entry.Value is YamlScalar { IsNull: true }) return Choose(parameter, choice, entry.Key, new([], entry.Key.Span));
        problems.Add(ProblemId.WrongForm, entry.Value.Span,
            $"{Wording.Quote(entry.Key.Text)} takes parameters by name, and this is {entry.Value.Kind}.");
        return null;
    }

    RecipeValue? Choose(ParameterSchema parameter, ParameterType.Choice choice, YamlScalar word, YamlMapping own)
    {
        ChoiceSchema known = schemas.Choice(choice.TypeName);
        if (known.Variant(word.Text) is not { } variant) return UnknownWord(parameter, word, known.Variants.Select(other => other.Name));
        return arguments.Bind(variant.Name, variant.Parameters, own, word.Span) is { } values ? new RecipeValue.Choice(variant, values) : null;
    }

    RecipeValue? OfNumber(ParameterSchema parameter, VariantSchema variant, YamlScalar number) =>
        Word(variant.Parameters[0] with { Name = parameter.Name }, number) is { } value
            ? new RecipeValue.Choice(variant, new([new(variant.Parameters[0], value)]))
            : null;

    RecipeValue? Items(ParameterSchema parameter, ParameterType.List list, YamlSequence items)
    {
        ParameterSchema each = parameter with { Type = list.Item };
        List<RecipeValue?> values = [.. items.Items.Select(item => Bind(each, item))];
        return values.Contains(null) ? null : new RecipeValue.List(values.OfType<RecipeValue>().ToEquatableArray());
    }

    RecipeValue? UnknownWord(ParameterSchema parameter, YamlScalar word, IEnumerable<string> words)
    {
        problems.Add(ProblemId.UnknownWord, word.Span,
            $"'{parameter.Name}' cannot be {Wording.Quote(word.Text)}.{Spelling.Suggest(word.Text, words)} It is one of: {Wording.List(words)}.");
        return null;
    }

    RecipeValue? OutOfRange(ParameterSchema parameter, YamlScalar word, string range)
    {
        problems.Add(ProblemId.OutOfRange, word.Span,
            $"'{parameter.Name}' cannot be {Wording.Quote(word.Text).Trim('\'')}; it takes a number {range}.");
        return null;
    }

    RecipeValue? WrongForm(ParameterSchema parameter, YamlNode node)
    {
        bool isQuoted = node is YamlScalar { IsPlain: false } && parameter.Type is not ParameterType.Scalar;
        string wayOut = isQuoted && MeantValue.Of(parameter, node) == ((YamlScalar)node).Text ? "Take the quotes away"
            : $"Write '{parameter.Name}: {MeantValue.Of(parameter, node) ?? Wording.Example(parameter, schemas)}'";
        problems.Add(ProblemId.WrongForm, node.Span,
            $"'{parameter.Name}' takes {Wording.Form(parameter, schemas)}, and this is {node.Kind}. {wayOut}.");
        return null;
    }

    RecipeValue? CurlyQuotes(YamlScalar word)
    {
        string inner = word.Text.Trim('\u2018', '\u2019', '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb');
        problems.Add(ProblemId.WrongForm, word.Span, $"These are typographic quotes, which YAML takes for part of the text. Write plain ones: \"{inner}\"");
        return null;
    }

    // Patterns come from the authors of stages, words from anywhere: neither may cost time.
    internal static bool HasForm(string word, ParameterType.Scalar scalar)
    {
        try
        {
            return word.Length <= 200
                && Regex.IsMatch(word, $@"^(?:{scalar.Pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
                && (!scalar.Ascending || Ascends(word));
        }
        catch (Exception fault) when (fault is RegexMatchTimeoutException or ArgumentException)
        {
            return false;
        }
    }

    static bool Ascends(string word)
    {
        List<double> numbers = [.. Digits.Matches(word).Cast<Match>().Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
        return numbers.SequenceEqual(numbers.OrderBy(number => number));
    }
}

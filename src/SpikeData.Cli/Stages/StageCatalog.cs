using System.Reflection;
using SpikeData.Calibration;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;
using SpikeData.Recipes;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary>The stages and variants of compiled assemblies: their signatures as a recipe sees them, and the types behind them.</summary>
/// <remarks>The generator reads the same signatures from the compiler's symbols.</remarks>
sealed class StageCatalog
{
    readonly Dictionary<string, Type> types = [];

    readonly IReadOnlyList<Assembly> assemblies;

    internal StageCatalog(params IReadOnlyList<Assembly> assemblies)
    {
        this.assemblies = assemblies;
        List<StageSchema> stages = [];
        Dictionary<string, List<VariantSchema>> choices = [];
        foreach (Assembly assembly in assemblies)
        {
            SignatureReader reader = new(new(assembly));
            foreach (Type type in assembly.GetExportedTypes().Where(type => type is { IsAbstract: false, IsClass: true }))
            {
                if (type.GetCustomAttribute<StageAttribute>() is { } stage) stages.Add(reader.Stage(type, stage));
                else if (type.GetCustomAttribute<VariantAttribute>() is { } variant) Add(type, reader.Variant(type, variant));
                else continue;
                types.Add(type.FullName!, type);
            }
        }

        Schemas = new(
            stages.OrderBy(stage => stage.Name, StringComparer.Ordinal).ToEquatableArray(),
            choices.OrderBy(choice => choice.Key, StringComparer.Ordinal).Select(choice => new ChoiceSchema(choice.Key, Sorted(choice.Value))).ToEquatableArray());

        void Add(Type type, VariantSchema variant)
        {
            foreach (Type choice in type.GetInterfaces().Where(SignatureReader.IsChoice))
            {
                if (!choices.TryGetValue(choice.FullName!, out List<VariantSchema>? variants)) choices.Add(choice.FullName!, variants = []);
                variants.Add(variant);
            }
        }
    }

    /// <summary>The stages that come with SpikeData.Tools.</summary>
    internal static StageCatalog Shipped { get; } = new(ShippedAssemblies);

    /// <summary>The stages that come with SpikeData.Tools and those of a built project.</summary>
    /// <exception cref="SpikeDataException">SPIKE490: the file is no assembly, or one that cannot be loaded here.</exception>
    internal static StageCatalog With(string file)
    {
        try
        {
            InputFile.Require(file);
            return new([.. ShippedAssemblies, Assembly.LoadFrom(Path.GetFullPath(file))]);
        }
        catch (Exception problem) when (problem is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException)
        {
            throw new SpikeDataException("SPIKE490",
                $"The stages of this assembly cannot be read: {problem.Message} Name the .dll that 'dotnet build' wrote, built with this version of SpikeData.Tools.", problem) { File = file };
        }
    }

    /// <summary>What recipes may name.</summary>
    internal StageSchemas Schemas { get; }

    /// <summary>The variants of an interface as a recipe sees them.</summary>
    internal EquatableArray<VariantSchema> Variants<T>() => Schemas.Choice(typeof(T).FullName!).Variants;

    /// <summary>Their names as a list.</summary>
    internal string NamesOf<T>() => Wording.List(Variants<T>().Select(variant => variant.Name));

    /// <summary>The variants of an interface that need no parameter.</summary>
    internal IReadOnlyList<T> Usual<T>()
        where T : class => Pipelines.Variants.In<T>(assemblies);

    /// <summary>Those of them that come from a project of the user's.</summary>
    internal IReadOnlyList<T> Own<T>()
        where T : class => Pipelines.Variants.In<T>(assemblies.Except(ShippedAssemblies));

    /// <summary>The record behind a stage or variant, by its full name in C#.</summary>
    internal Type TypeOf(string fullName) => types[fullName];

    static Assembly[] ShippedAssemblies => [typeof(Decode).Assembly, typeof(Tensor).Assembly, typeof(Calibrate).Assembly];

    static EquatableArray<VariantSchema> Sorted(List<VariantSchema> variants) =>
        variants.OrderBy(variant => variant.Name, StringComparer.Ordinal).ToEquatableArray();
}

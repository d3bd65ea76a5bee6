using System.Reflection;

namespace SpikeData.Pipelines;

/// <summary>The variants of an interface that assemblies hold.</summary>
public static class Variants
{
    /// <summary>Those that need no parameter, each with its defaults, in the order of their names.</summary>
    /// <typeparam name="T">The interface.</typeparam>
    public static IReadOnlyList<T> In<T>(params IEnumerable<Assembly> assemblies)
        where T : class =>
    [
        .. from assembly in assemblies
        from type in assembly.GetExportedTypes()
        let name = type.GetCustomAttribute<VariantAttribute>()?.Name
        where name is not null && type.IsAssignableTo(typeof(T))
        let constructor = type.GetConstructors().MaxBy(each => each.GetParameters().Length)
        where constructor.GetParameters().All(parameter => parameter.HasDefaultValue)
        orderby name
        select (T)constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.DefaultValue)]),
    ];

    /// <summary>The name that recipes call a variant by.</summary>
    public static string NameOf(object variant) => StageForm.NameOf(variant);
}

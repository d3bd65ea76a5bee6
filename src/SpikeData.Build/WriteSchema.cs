using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Build.Framework;

namespace SpikeData.Build;

/// <summary>Writes the JSON schema that the compiler left in the assembly to the file that the first line of the recipes names for editors.</summary>
public sealed class WriteSchema : Microsoft.Build.Utilities.Task
{
    const string Line = "# yaml-language-server: $schema=", Mark = "SpikeData.Schema", Title = "\"title\": \"Recipes of spike-camera data sets\"";

    /// <summary>The recipe file.</summary>
    [Required]
    public string Recipes { get; set; } = "";

    /// <summary>The assembly of the compiled recipes.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    public override bool Execute()
    {
        if (SchemaFile() is not { } file) return true;
        try
        {
            if (InAssembly() is not { } schema) return true;
            string? before = File.Exists(file) ? File.ReadAllText(file) : null;
            if (before == schema) return true;
            if (before is not null && !before.Contains(Title, StringComparison.Ordinal))
                Warn(file, "The first line of the recipes names it, and it is no schema of recipes, so it is left as it is. Name another file there, such as datasets.schema.json.");
            else Replace(file, schema);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Warn(file, $"The schema for editors cannot be written: {problem.Message}");
        }

        return true;
    }

    /// <summary>The file, if it is one; an address of the web is not ours to write.</summary>
    string? SchemaFile()
    {
        string first = File.Exists(Recipes) ? File.ReadLines(Recipes).FirstOrDefault("") : "";
        string name = first.StartsWith(Line, StringComparison.Ordinal) ? first[Line.Length..].Trim() : "";
        return name.Length == 0 || name.Contains("://", StringComparison.Ordinal) ? null : Path.GetFullPath(name, Path.GetDirectoryName(Path.GetFullPath(Recipes))!);
    }

    string? InAssembly()
    {
        using PEReader file = new(File.OpenRead(Assembly));
        MetadataReader metadata = file.GetMetadataReader();
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            // Two texts make an AssemblyMetadataAttribute; the first is the mark.
            BlobReader value = metadata.GetBlobReader(metadata.GetCustomAttribute(handle).Value);
            if (value.Length < 4 + Mark.Length || value.ReadUInt16() != 1) continue;
            if (value.ReadByte() != Mark.Length || value.ReadUTF8(Mark.Length) != Mark) continue;
            return value.ReadSerializedString();
        }

        return null;
    }

    /// <summary>In one step: another project of the same build may name the same file.</summary>
    static void Replace(string file, string text)
    {
        string next = $"{file}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";
        File.WriteAllText(next, text);
        File.Move(next, file, overwrite: true);
    }

    void Warn(string file, string message) => Log.LogWarning(null, "SPIKE294", null, file, 0, 0, 0, 0, "{0}", message);
}

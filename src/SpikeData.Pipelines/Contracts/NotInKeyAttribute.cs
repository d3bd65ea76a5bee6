namespace SpikeData.Pipelines;

/// <summary>Marks a stage parameter that changes no byte of the result, such as where a source lies: it stays out of the content key.</summary>
/// <remarks>The bytes that are found there enter the key in its place.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotInKeyAttribute : Attribute;

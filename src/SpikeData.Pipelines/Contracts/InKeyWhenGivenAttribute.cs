namespace SpikeData.Pipelines;

/// <summary>Marks a parameter that came after others: where it is not given, keys are what they were before there was one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InKeyWhenGivenAttribute : Attribute;

namespace SpikeData.Pipelines;

/// <summary>A value that files hold as text, and that not every text is.</summary>
/// <typeparam name="T">The type itself.</typeparam>
interface IText<out T>
    where T : class, IText<T>
{
    /// <summary>What keeps a text from being such a value; null when nothing does.</summary>
    static abstract string? FaultOf(string text);

    /// <summary>The value, or null when the text is none.</summary>
    static abstract T? TryParse(string text);
}

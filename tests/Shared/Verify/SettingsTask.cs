using System.Runtime.CompilerServices;

namespace VerifyXunit;

/// <summary>A comparison that begins when it is awaited, and can be given a longer name before that.</summary>
sealed class SettingsTask(string text, string extension, string sourceFile)
{
    string? parameters;

    /// <summary>Tells the cases of one theory apart: <c>Type.Method_parameters.verified.txt</c>.</summary>
    public SettingsTask UseTextForParameters(string parametersText)
    {
        parameters = parametersText;
        return this;
    }

    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    public Task ToTask() => Snapshot.Of(sourceFile, parameters, extension).Compare(text);

    public static implicit operator Task(SettingsTask settings) => settings.ToTask();
}

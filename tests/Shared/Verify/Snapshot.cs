using System.Text;
using DiffEngine;
using Xunit.v3;

namespace VerifyXunit;

/// <summary>The reviewed text of one test, and beside it the text received when that differs.</summary>
sealed class Snapshot(string pathWithoutSuffix, string extension)
{
    // Verify writes a byte order mark, so that every editor on every system reads the file as UTF-8.
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    readonly string verified = $"{pathWithoutSuffix}.verified.{extension}";
    readonly string received = $"{pathWithoutSuffix}.received.{extension}";

    /// <summary>Whether a new text replaces the verified one, because the person at this machine says so.</summary>
    public bool Accepts { get; init; } = Environment.GetEnvironmentVariable("SPIKEDATA_ACCEPT") == "1" && !BuildServerDetector.Detected;

    public static Snapshot Of(string sourceFile, string? parameters, string extension)
    {
        IXunitTestMethod method = TestContext.Current.TestMethod as IXunitTestMethod
            ?? throw new InvalidOperationException("A snapshot is named after the test that takes it; call Verify inside a test.");
        string name = $"{NameWithParents(method.TestClass.Class)}.{method.MethodName}{(parameters is null ? "" : "_" + parameters)}";
        return new(Path.Combine(Path.GetDirectoryName(sourceFile)!, name), extension);
    }

    public async Task Compare(string text)
    {
        string actual = Normalize(text);
        string? expected = File.Exists(verified) ? Normalize(await File.ReadAllTextAsync(verified)) : null;
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        if (Accepts)
        {
            File.Delete(received);
            await File.WriteAllTextAsync(verified, actual, Utf8);
            return;
        }

        await File.WriteAllTextAsync(received, actual, Utf8);
        if (!BuildServerDetector.Detected) await DiffRunner.LaunchForTextAsync(received, verified);
        throw new SnapshotException(Path.GetFileName(received), Path.GetFileName(verified), expected, actual);
    }

    static string NameWithParents(Type type) => type.DeclaringType is { } outer ? $"{NameWithParents(outer)}.{type.Name}" : type.Name;

    static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}

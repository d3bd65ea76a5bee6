using System.Runtime.CompilerServices;

namespace VerifyXunit;

/// <summary>Compares a result with the snapshot beside the test that owns it, <c>Type.Method.verified.txt</c>, in the manner of Verify.</summary>
/// <remarks>
/// Only what this repository uses of Verify, under the same names and file names, so that <c>-p:UseVerify=true</c> puts the package in its place.
/// A new or different result is written to <c>.received.txt</c> and fails; <c>SPIKEDATA_ACCEPT=1</c> accepts it instead, except on a build server.
/// </remarks>
static class Verifier
{
    public static SettingsTask Verify(string? target, string extension = "txt", [CallerFilePath] string sourceFile = "") =>
        new(target ?? "null", extension, sourceFile);

    public static SettingsTask Verify(object? target, [CallerFilePath] string sourceFile = "") =>
        new(SnapshotText.Of(target), "txt", sourceFile);
}

namespace VerifyXunit;

/// <summary>A result that nobody has reviewed yet, or that is not the reviewed one: names the first line that differs.</summary>
sealed class SnapshotException(string received, string verified, string? expected, string actual)
    : Exception(Describe(received, verified, expected, actual))
{
    static string Describe(string received, string verified, string? expected, string actual) =>
        (expected is null
            ? $"New snapshot: nobody has reviewed {verified} yet."
            : FirstDifference(verified, expected.Split('\n'), actual.Split('\n')))
        + $"""


          Received: {received}, beside the test.
            * If it is right, rename it to {verified}, or run the test again with SPIKEDATA_ACCEPT=1, and commit it.
            * If it is wrong, put the code right; the file goes away when the test passes.
          """;

    static string FirstDifference(string verified, string[] expected, string[] actual)
    {
        int line = 0;
        while (line < expected.Length && line < actual.Length && expected[line] == actual[line]) line++;
        return $"""
            {verified} differs first in line {line + 1}:
              verified: {LineOrEnd(expected, line)}
              received: {LineOrEnd(actual, line)}
            """;
    }

    static string LineOrEnd(string[] lines, int line) => line < lines.Length ? lines[line] : "(end of file)";
}

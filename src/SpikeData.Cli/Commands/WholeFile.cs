namespace SpikeData.Cli;

/// <summary>Writes a file whole or not at all.</summary>
static class WholeFile
{
    internal static void Write(string path, string text)
    {
        string draft = path + ".draft";
        try
        {
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}

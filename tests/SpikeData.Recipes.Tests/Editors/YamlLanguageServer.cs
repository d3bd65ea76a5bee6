using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace SpikeData.Recipes.Tests;

/// <summary>The server by which VS Code and other editors edit YAML, with the schema that they are given.</summary>
public sealed class YamlLanguageServer : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("spikedata-editor-").FullName;
    readonly Dictionary<string, JsonNode> findings = [];
    Process? process;
    int requests, documents;

    /// <summary>Starts it where there is one; <c>.ci/run</c> installs it.</summary>
    public async ValueTask InitializeAsync()
    {
        string script = Path.Combine(Installed(AppContext.BaseDirectory), "node_modules/yaml-language-server/bin/yaml-language-server");
        if (!File.Exists(script)) return;
        process = Process.Start(new ProcessStartInfo("node", [script, "--stdio"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await File.WriteAllTextAsync(Path.Combine(folder, "schema.json"), RecipeJsonSchema.Write(TestStages.All), Cancellation);
        await Ask("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = null,
            ["capabilities"] = JsonNode.Parse("""
                { "workspace": { "configuration": true }, "textDocument": { "hover": {}, "completion": { "completionItem": { "snippetSupport": true } } } }
                """),
        });
        await Send(new() { ["method"] = "initialized", ["params"] = new JsonObject() });
    }

    internal void SkipUnlessInstalled() => Assert.SkipWhen(process is null, "yaml-language-server is not installed: npm install --prefix artifacts/editors yaml-language-server");

    /// <summary>What it offers at the end of a text: what a person reads, and what is inserted.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> Complete(string text)
    {
        JsonNode offers = (await Ask("textDocument/completion", await Place(text)))!["items"]!;
        return offers.AsArray().ToDictionary(offer => $"{offer!["label"]}", offer => $"{offer!["textEdit"]?["newText"] ?? offer["insertText"]}");
    }

    /// <summary>What it shows when the mouse rests on a word of the last line of a text.</summary>
    internal async Task<string> Hover(string text, string word) => $"{(await Ask("textDocument/hover", await Place(text, word)))?["contents"]?["value"]}";

    /// <summary>What it finds wrong with a text, each with its line and column from 1 on.</summary>
    internal async Task<string[]> Check(string text)
    {
        string document = $"{(await Place(text))["textDocument"]!["uri"]}";
        while (!findings.ContainsKey(document)) await Take(await Receive());
        return [.. findings[document].AsArray().Select(finding =>
            $"({(int)finding!["range"]!["start"]!["line"]!},{(int)finding["range"]!["start"]!["character"]! + 1}): {finding["message"]}")];
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static string Installed(string folder) => File.Exists(Path.Combine(folder, "SpikeData.Tools.slnx"))
        ? Path.Combine(folder, "artifacts/editors")
        : Installed(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds SpikeData.Tools.slnx."));

    /// <summary>Opens a text, below the line that names the schema.</summary>
    /// <returns>The place of a word of its last line, or the end of that.</returns>
    async Task<JsonObject> Place(string text, string? word = null)
    {
        string uri = new Uri(Path.Combine(folder, $"{documents++}.yaml")).AbsoluteUri;
        string[] lines = text.Split('\n');
        await Send(new()
        {
            ["method"] = "textDocument/didOpen",
            ["params"] = new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "yaml", ["version"] = 1, ["text"] = $"# yaml-language-server: $schema=schema.json\n{text}" },
            },
        });
        return new() { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = new JsonObject { ["line"] = lines.Length, ["character"] = word is null ? lines[^1].Length : lines[^1].IndexOf(word, StringComparison.Ordinal) + 1 } };
    }

    async Task<JsonNode?> Ask(string method, JsonObject parameters)
    {
        int id = ++requests;
        await Send(new() { ["id"] = id, ["method"] = method, ["params"] = parameters });
        while (true)
        {
            JsonNode message = await Receive();
            if (message["method"] is null && (int?)message["id"] == id) return message["result"];
            await Take(message);
        }
    }

    /// <summary>Keeps findings, and answers what the server asks: it may look nowhere but at the schema.</summary>
    async Task Take(JsonNode message)
    {
        if ($"{message["method"]}" == "textDocument/publishDiagnostics") findings[$"{message["params"]!["uri"]}"] = message["params"]!["diagnostics"]!.DeepClone();
        if (message["method"] is null || message["id"] is not { } id) return;
        JsonNode[] settings = [.. (message["params"]?["items"]?.AsArray() ?? []).Select(_ => JsonNode.Parse("""{ "validate": true, "hover": true, "completion": true, "schemaStore": { "enable": false } }""")!)];
        await Send(new() { ["id"] = id.DeepClone(), ["result"] = settings.Length == 0 ? null : new JsonArray(settings) });
    }

    async Task Send(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        byte[] body = Encoding.UTF8.GetBytes(message.ToJsonString());
        Stream input = process!.StandardInput.BaseStream;
        await input.WriteAsync(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), Cancellation);
        await input.WriteAsync(body, Cancellation);
        await input.FlushAsync(Cancellation);
    }

    async Task<JsonNode> Receive()
    {
        Stream output = process!.StandardOutput.BaseStream;
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await output.ReadExactlyAsync(one, Cancellation);
            head.Append((char)one[0]);
        }

        string length = head.ToString().Split("\r\n").First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        byte[] body = new byte[int.Parse(length.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)];
        await output.ReadExactlyAsync(body, Cancellation);
        return JsonNode.Parse(body)!;
    }
}

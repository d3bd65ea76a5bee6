using CsCheck;

namespace SpikeData.Pipelines.Tests;

/// <summary>Text within pages. Expected forms are those of CommonMark's backslash escapes and HTML's entities, written by hand.</summary>
public sealed class EscapedTests
{
    [Theory]
    [InlineData("a_b-1.png", "a_b-1.png")]
    [InlineData("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>")]
    [InlineData("[x](http://y)", "\\[x\\](http://y)")]
    [InlineData("one\r\ntwo\u2028three", "one two three")]
    [InlineData("# big", "\\# big")]
    [InlineData("1. first", "1\\. first")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("_x_ *y* `z`", "\\_x\\_ \\*y\\* \\`z\\`")]
    public void Markdown_ShowsTheLetters(string text, string expected) => Assert.Equal(expected, Escaped.Markdown(text));

    [Fact]
    public void Html_HasNoMarkupLeft() => Gen.String.Sample(text =>
    {
        string escaped = Escaped.Html(text + "<\"'>&\n");
        Assert.DoesNotContain(escaped, letter => letter is '<' or '>' or '"' or '\'' || char.IsControl(letter));
    }, iter: 300);
}

using System.Diagnostics;
using SpikeData.Imaging;

namespace SpikeData.Calibration.Tests;

/// <summary>A browser without a window, where the machine has one.</summary>
static class Chromium
{
    static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static bool IsHere => Places.Any(File.Exists);

    /// <summary>Shows a page and takes a picture of it.</summary>
    public static async Task<Screen> ShowAsync(string html, int height, int width, CancellationToken cancellation)
    {
        string folder = Directory.CreateTempSubdirectory("spikedata-").FullName;
        try
        {
            string page = Path.Combine(folder, "report.html");
            await File.WriteAllTextAsync(page, html, cancellation);
            return new(height, width, await TakeAsync(page, height, width, cancellation));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<byte[]> TakeAsync(string page, int height, int width, CancellationToken cancellation)
    {
        string picture = page + ".png", profile = page + ".profile";
        ProcessStartInfo start = new(Places.First(File.Exists))
        {
            ArgumentList =
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", $"--user-data-dir={profile}",
                $"--window-size={width},{height}", $"--screenshot={picture}", new Uri(page).AbsoluteUri,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process browser = Process.Start(start)!;
        Task<string> output = browser.StandardOutput.ReadToEndAsync(cancellation), messages = browser.StandardError.ReadToEndAsync(cancellation);
        await browser.WaitForExitAsync(cancellation);
        Assert.True(File.Exists(picture), await messages + await output);
        byte[] bgr = new byte[height * width * 3];
        PictureFile.Read(picture, bgr, height, width);
        return bgr;
    }
}

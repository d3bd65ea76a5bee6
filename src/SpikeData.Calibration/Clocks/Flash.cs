using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Finds where a light flashes in what two cameras recorded: the places whose light changes most against all others, matched between the cameras by their clock.</summary>
public static class Flash
{
    const int Rows = 20, Columns = 32, Candidates = 3;

    /// <summary>The fewest times the usual change that a flash has.</summary>
    const double LeastContrast = 4;

    /// <param name="pictures">The pictures, read once.</param>
    /// <param name="recording">The spikes of the same time.</param>
    /// <param name="search">How the clock is sought.</param>
    /// <param name="file">The pictures' folder, for messages.</param>
    /// <returns>The clock of the two places that agree best, the signal, and the places.</returns>
    /// <exception cref="Compute.SpikeDataException">SPIKE615: nothing flashes. SPIKE613: no two places flash alike.</exception>
    public static (ClockEstimate Estimate, BrightnessSignal Signal, Region InPictures, Region InSpikes) Find(
        IEnumerable<GrayPicture> pictures, SpikeRecording recording, ClockSearch search, string file)
    {
        CellLight light = CellLight.Of(pictures, null, Rows, Columns);
        int[][] seen = Places(light, file);
        CellLight firing = CellLight.Of(recording, null, Rows, Columns, Math.Max(1, (int)Math.Round(search.TicksPerPicture)));
        Region[] fired = [.. Places(firing, recording.Path).Select(firing.RegionOf)];
        double[][] ticks = [.. fired.Select(place => Brightness.Of(recording, place))];
        List<(ClockEstimate Estimate, BrightnessSignal Signal, Region InPictures, Region InSpikes)> found = [];
        Compute.SpikeDataException? problem = null;
        foreach ((int[] place, int i) in seen.SelectMany(place => fired.Select((_, i) => (place, i))))
        {
            BrightnessSignal signal = new(light.Of(place), ticks[i]);
            try
            {
                found.Add((search.Find(signal, file), signal, light.RegionOf(place), fired[i]));
            }
            catch (Compute.SpikeDataException none) when (none.Id == "SPIKE613")
            {
                problem = none;
            }
        }

        return found.Count > 0 ? found.MaxBy(pair => pair.Estimate.Correlation) : throw problem!;
    }

    /// <summary>The cells that change most from moment to moment, each with its neighbors that change alike; what the whole picture does is taken out.</summary>
    static int[][] Places(CellLight light, string file)
    {
        double[][] own = OwnChanges(light);
        double[] energy = [.. own.Select(changes => changes.Select(Math.Abs).DefaultIfEmpty().Average())];
        double usual = energy.Order().ElementAt(energy.Length / 2);
        int[] strongest = [.. Enumerable.Range(0, energy.Length).OrderByDescending(cell => energy[cell])];
        List<int[]> places = [];
        foreach (int cell in strongest)
        {
            if (energy[cell] < LeastContrast * usual || energy[cell] == 0 || places.Count == Candidates) break;
            if (places.Any(place => place.Contains(cell))) continue;
            places.Add([.. Around(light, cell).Where(neighbor => energy[neighbor] > energy[cell] / 4 && Alike(own[cell], own[neighbor]))]);
        }

        return places.Count > 0 ? [.. places] : throw Errors.NoFlash(file);
    }

    /// <summary>How each cell changes from moment to moment, less the median of all cells: a lamp that flickers over the whole scene is no flash.</summary>
    static double[][] OwnChanges(CellLight light)
    {
        double[][] cells = [.. Enumerable.Range(0, light.Cells).Select(light.Of)];
        double[][] own = [.. cells.Select(cell => new double[Math.Max(0, cell.Length - 1)])];
        for (int moment = 0; moment + 1 < light.Moments; moment++)
        {
            double[] changes = [.. cells.Select(cell => cell[moment + 1] - cell[moment])];
            double common = changes.Order().ElementAt(changes.Length / 2);
            for (int cell = 0; cell < changes.Length; cell++) own[cell][moment] = changes[cell] - common;
        }

        return own;
    }

    static IEnumerable<int> Around(CellLight light, int cell) =>
        from row in Enumerable.Range(cell / light.Columns - 1, 3)
        from column in Enumerable.Range(cell % light.Columns - 1, 3)
        where row >= 0 && row < light.Rows && column >= 0 && column < light.Columns
        select row * light.Columns + column;

    static bool Alike(double[] first, double[] second)
    {
        double product = first.Zip(second, (a, b) => a * b).Sum();
        return product > 0 && product * product > 0.5 * first.Sum(a => a * a) * second.Sum(b => b * b);
    }
}

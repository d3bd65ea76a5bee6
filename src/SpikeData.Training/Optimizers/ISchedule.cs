namespace SpikeData.Training;

/// <summary>The learning rate over time.</summary>
public interface ISchedule
{
    /// <summary>The learning rate of a step, counted from 0.</summary>
    double At(int step);
}

namespace SpikeData.Training;

/// <summary>An item of a model's <c>train</c> list: a network, and how it is trained.</summary>
public interface ITraining
{
    /// <summary>The network's name, and that of its files.</summary>
    string Name { get; }

    /// <summary>The network before its first step.</summary>
    internal Network Create(CourseContext context);

    internal Course Begin(Network network, CourseContext context);
}

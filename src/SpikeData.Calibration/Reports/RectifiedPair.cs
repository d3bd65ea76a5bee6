using SpikeData.Compute;

namespace SpikeData.Calibration;

/// <summary>Both pictures of a pair rectified, side by side, with lines along which every point of the scene lies in both.</summary>
sealed class RectifiedPair : IDisposable
{
    const int Lines = 14;

    readonly Device cpu = Device.Open("cpu");
    readonly Rectification rectification;
    readonly PictureWarp left, right;

    public RectifiedPair(Rectification rectification)
    {
        this.rectification = rectification;
        Rig rig = rectification.Rig;
        (left, right) = (Warp(rig.Left, rectification.LeftTurn), Warp(rig.Right, rectification.RightTurn));
    }

    public string Draw(SolvedPair pair)
    {
        Camera camera = rectification.Camera;
        bool below = rectification.IsVertical;
        Drawing drawing = new Drawing(camera.Height, camera.Width * 2).Picture(left.Warp(pair.Pair.Left!.Picture)).Picture(right.Warp(pair.Pair.Right!.Picture), camera.Width);
        for (int line = 1; line < Lines; line++)
        {
            double at = (below ? camera.Width : camera.Height) * line / (double)Lines;
            if (below)
            {
                drawing.Line(new(at, 0), new(at, camera.Height), "epipolar");
                drawing.Line(new(at + camera.Width, 0), new(at + camera.Width, camera.Height), "epipolar");
            }
            else
            {
                drawing.Line(new(0, at), new(2 * camera.Width, at), "epipolar");
            }
        }

        foreach (Point2 mark in pair.Pair.Left!.Marks!) drawing.Dot(rectification.Left(mark), camera.Width / 200.0, "mark");
        foreach (Point2 mark in pair.Pair.Right!.Marks!) drawing.Dot(rectification.Right(mark) + new Point2(camera.Width, 0), camera.Width / 200.0, "mark");
        return drawing.ToString();
    }

    public void Dispose()
    {
        left.Dispose();
        right.Dispose();
        cpu.Dispose();
    }

    PictureWarp Warp(Camera source, Matrix3 turn)
    {
        Matrix3 back = turn.Transpose();
        WarpMap map = WarpMap.Of(rectification.Camera.Height, rectification.Camera.Width, source, place => source.Project(back * rectification.Camera.Direction(place)));
        return new(cpu, map, source.Height, source.Width);
    }
}

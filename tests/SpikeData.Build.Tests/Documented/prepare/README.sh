# A video, small and short so that the test is, and, for one stage alone, 64 ticks of light on 8 x 4 pixels.
spikedata interpolate "$REPOSITORY/samples/clips/cockatoo.mp4" my.mp4 --method none --factor 1 --frames 0..20 --size 128x72
cp "$REPOSITORY/tests/SpikeData.Build.Tests/Documented/prepare/light.npz" light.npz

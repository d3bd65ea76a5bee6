# A video and, for one stage alone, 64 ticks of light on 8 x 4 pixels.
cp "$REPOSITORY/samples/clips/cockatoo.mp4" my.mp4
cp "$REPOSITORY/tests/SpikeData.Build.Tests/Documented/prepare/light.npz" light.npz

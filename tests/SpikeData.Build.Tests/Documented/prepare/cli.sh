. "$REPOSITORY/tests/SpikeData.Build.Tests/Documented/prepare/recording.sh"
mkdir -p samples/clips
cp cockatoo.mp4 samples/clips

. "$REPOSITORY/tests/SpikeData.Build.Tests/Documented/prepare/recording.sh"
mkdir -p samples/clips
cp cockatoo.mp4 samples/clips
cp cockatoo.mp4 my.mp4
spikedata interpolate my.mp4 shots --method none --factor 1 --frames 0..40 --size 64x36

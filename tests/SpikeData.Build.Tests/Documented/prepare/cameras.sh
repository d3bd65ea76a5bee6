. "$REPOSITORY/tests/SpikeData.Build.Tests/Documented/prepare/recording.sh"

# A recording of 400 x 250 pixels, made from the shipped clip: car.dat, of 137 ticks unless EXPOSED says otherwise.
cat > recording.yaml <<YAML
datasets:
  recording:
    - decode: { from: cockatoo.mp4, size: 400x250, frames: 0..${LAST:-30} }
    - interpolate: { method: linear, factor: 8 }
    - expose: { frames: ${EXPOSED:-97}, skip: 7 }
    - simulate-spikes: { scale: 1, margin: ${MARGIN:-20} }
    - write
YAML
cp "$REPOSITORY/samples/clips/cockatoo.mp4" .
spikedata build -r recording.yaml
cp "$(find artifacts/datasets/recording/spike_data -name '*.dat' | sort | head -n 1)" car.dat

LAST=260 EXPOSED=2001 MARGIN=0
. "$REPOSITORY/tests/SpikeData.Build.Tests/Documented/prepare/recording.sh"
cp car.dat scsim.dat
spikedata convert car.dat car.npz --size 400x250

# The published layouts: pictures and spikes of GOPRO with a split, recordings of RSB without.
cat > published.yaml <<'YAML'
datasets:
  demo:
    - decode: { from: cockatoo.mp4, size: 64x36, frames: 0..30 }
    - expose: { frames: 13, skip: 1 }
    - synthesize-blur
    - simulate-spikes: { margin: 1 }
    - extract-sharp: { frames: 7 }
    - write
YAML
spikedata build -r published.yaml
mkdir -p GOPRO RSB/spike_data/street RSB/blur_data/street
cp -r artifacts/datasets/demo GOPRO/train
rm GOPRO/train/*.*
cp car.dat RSB/spike_data/street/7.dat
cp "$(find artifacts/datasets/recording -name '*.png' | head -n 1)" RSB/blur_data/street/7.png

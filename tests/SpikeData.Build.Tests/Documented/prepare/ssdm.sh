# Networks so small, and so few steps, that all of it takes seconds.
cp "$REPOSITORY/samples/clips/cockatoo.mp4" .
cat > datasets.yaml <<'YAML'
datasets:
  demo:
    - decode: { from: cockatoo.mp4, size: 128x128, frames: 0..250 }
    - expose: { frames: 13, skip: 1 }
    - synthesize-blur
    - simulate-spikes: { margin: 20 }
    - extract-sharp: { frames: 7 }
    - write
models:
  ssdm:
    dataset: demo
    train:
      - bsn: { epochs: 1, batch: 2, crop: 16, width: 4 }
      - edsr: { epochs: 1, batch: 2, crop: 16, width: 4, blocks: 1 }
      - ldn: { epochs: 1, batch: 1, crop: 16 }
    evaluate: [ single-frame, sequence ]
YAML
spikedata build demo
cp "$(find artifacts/datasets/demo/blur_data -name '*.png' | sort | head -n 1)" x.png
cp "$(find artifacts/datasets/demo/spike_data -name '*.dat' | sort | head -n 1)" x.dat

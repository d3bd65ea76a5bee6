# A small data set of the name that the page uses, in a repository of git.
git init -q
mkdir clips
cp "$REPOSITORY/samples/clips/cockatoo.mp4" clips
cat > datasets.yaml <<'YAML'
datasets:
  street:
    - decode: { from: "clips/{clip}.mp4", size: 64x36, frames: 0..12 }
    - expose: { frames: 5, skip: 1 }
    - synthesize-blur
    - simulate-spikes: { margin: 1 }
    - write
YAML

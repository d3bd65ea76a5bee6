#!/usr/bin/env bash
# Counts files, lines and types of C# folders; "public" are the types that a folder declares for others.
# bench/count-types.sh src/SpikeData.Training src/SpikeData.Training/Ops
set -euo pipefail
declared='^ *(public |internal |private |sealed |abstract |static |readonly |ref |partial )*(class|struct|interface|enum|record( struct| class)?) +[A-Z]'
for folder in "$@"; do
    sources=$(find "$folder" -name '*.cs' -not -path '*/obj/*' -not -path '*/bin/*')
    # Each operator is a part of Tensor, which is one type.
    types=$(cat $sources | grep -E "$declared" | grep -v 'partial class Tensor' || true)
    printf '%-45s %4d files %6d lines %4d types %4d public\n' "$folder" "$(wc -w <<<"$sources")" "$(cat $sources | wc -l)" \
        "$(grep -c . <<<"$types")" "$(grep -cE '^ *public' <<<"$types")"
done

# Completion of the command spikedata in bash: eval "$(spikedata completions bash)"
_spikedata() {
    local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}" names IFS=$'\n'
    names=$(spikedata "[suggest:${#line}]" "$line" 2>/dev/null)
    [[ $word == -* ]] || names=$(grep -v '^[-/]' <<<"$names")   # options only once a dash is typed
    COMPREPLY=($(compgen -W "$names" -- "$word"))
}
complete -o default -F _spikedata spikedata

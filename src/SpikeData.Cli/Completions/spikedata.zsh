#compdef spikedata
# Completion of the command spikedata in zsh, after compinit: eval "$(spikedata completions zsh)"
_spikedata() {
    local line="${BUFFER[1,CURSOR]}"
    local -a suggestions
    suggestions=(${(f)"$(spikedata "[suggest:${#line}]" "$line" 2>/dev/null)"})
    [[ $PREFIX == -* ]] || suggestions=(${suggestions:#[-/]*})   # options only once a dash is typed
    (( $#suggestions )) && compadd -a suggestions || _files
}
compdef _spikedata spikedata

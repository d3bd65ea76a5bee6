# Completion of the command spikedata in PowerShell: spikedata completions pwsh | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName spikedata -ScriptBlock {
    param($word, $line, $position)
    $typed = "$line".PadRight($position)
    spikedata "[suggest:$position]" "$typed" 2>$null | Where-Object { $word.StartsWith('-') -or $_ -notmatch '^[-/]' } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}

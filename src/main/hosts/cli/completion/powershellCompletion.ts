import type { CompletionTable } from './completionTable.ts';

/** For PowerShell 7 and Windows PowerShell 5.1. */
export function powershellCompletion(table: CompletionTable): string {
  const entries = [...table].map(([key, words]) => `        ${quoted(key)} = @(${words.map(quoted).join(', ')})`);
  return `# Completes the words of reseal in PowerShell. Made by: reseal completion pwsh

Register-ArgumentCompleter -Native -CommandName 'reseal', 'reseal.cmd', 'reseal.exe' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $table = @{
${entries.join('\n')}
    }
    $current = "$wordToComplete"
    $before = @(
        $commandAst.CommandElements |
            Select-Object -Skip 1 |
            Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
            ForEach-Object { $_.Extent.Text.Trim("'", '"') }
    )
    $stem = ''
    if ($current -match '^(--[^=]+)=(.*)$') {
        $before += $Matches[1]
        $stem = $Matches[1] + '='
        $current = $Matches[2]
    }

    $place = ''
    $option = ''
    $operand = 1
    foreach ($word in $before) {
        if ($word -ceq '--') { return }
        $argument = $place + '|' + $operand
        if ($word.StartsWith('-')) {
            $option = $place + '|' + $word
            if (-not $table.ContainsKey($option)) { $option = '|' + $word }
            if (-not $table.ContainsKey($option) -or $table[$option][0] -ceq 'none') { $option = '' }
        } elseif ($option -ne '') {
            if ($table[$option][0] -ceq 'one') { $option = '' }
        } elseif ($operand -eq 1 -and $table[$place + '|commands'] -ccontains $word) {
            $place = ($place + ' ' + $word).Trim()
        } elseif (-not $table.ContainsKey($argument) -or $table[$argument][0] -cne 'many') {
            $operand++
        }
    }

    $commands = $place + '|commands'
    $argument = $place + '|' + $operand
    $options = @($table[$place + '|options']) + @($table['|options'])
    $offers = @(
        if ($current.StartsWith('-')) { $options }
        elseif ($option -ne '') { $table[$option] | Select-Object -Skip 1 }
        elseif ($operand -eq 1 -and $table.ContainsKey($commands)) {
            $table[$commands]
            if ($table.ContainsKey($argument)) { $table[$argument] | Select-Object -Skip 1 }
        }
        elseif ($table.ContainsKey($argument)) { $table[$argument] | Select-Object -Skip 1 }
        else { $options }
    )
    $offers |
        Where-Object { $_ -and $_.StartsWith($current, [System.StringComparison]::Ordinal) } |
        Select-Object -Unique |
        ForEach-Object {
            $text = $stem + $_
            [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $text)
        }
}
`;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "''")}'`;
}

import type { CompletionTable } from './completionTable.ts';
import { offersInShell } from './offersInShell.ts';

/** For zsh: to be sourced after `compinit`, or as a file `_reseal` in a folder of `fpath`. */
export function zshCompletion(table: CompletionTable): string {
  return `#compdef reseal
# Completes the words of reseal in zsh. Made by: reseal completion zsh

${offersInShell(table)}
_reseal() {
  emulate -L zsh
  local -a before offers
  local current="$PREFIX"
  (( CURRENT > 2 )) && before=("\${(@)words[2,CURRENT-1]}")
  if [[ $current == --*=* ]]; then
    before+=("\${current%%=*}")
    current="\${current#*=}"
    compset -P '*='
  fi
  offers=("\${(@f)$(_reseal_offers "$current" "\${before[@]}")}")
  if [[ -n "$offers[1]" ]]; then
    compadd -- "\${offers[@]}"
  else
    _files
  fi
}

if [[ "\${funcstack[1]}" == _reseal ]]; then
  _reseal "$@"
else
  compdef _reseal reseal
fi
`;
}

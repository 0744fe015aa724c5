import type { CompletionTable } from './completionTable.ts';
import { offersInShell } from './offersInShell.ts';

/** For bash from 3.2, which macOS has. */
export function bashCompletion(table: CompletionTable): string {
  return `# Completes the words of reseal in bash. Made by: reseal completion bash

${offersInShell(table)}
_reseal() {
  local current="\${COMP_WORDS[COMP_CWORD]}" word offer
  local -a before=()
  # bash takes --format=pdf for three words.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == '=' ]] || before+=("$word")
  done
  [[ $current == '=' ]] && current=''
  COMPREPLY=()
  while IFS= read -r offer; do
    COMPREPLY+=("$(printf '%q' "$offer")")
  done < <(_reseal_offers "$current" "\${before[@]}")
}

complete -o bashdefault -o default -F _reseal reseal
`;
}

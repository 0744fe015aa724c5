import type { CompletionTable } from './completionTable.ts';

/** The functions that the scripts for bash and zsh have in common; `_reseal_offers CURRENT BEFORE…` prints one offer a line. */
export function offersInShell(table: CompletionTable): string {
  const cases = [...table].map(
    ([key, words]) => `    ${quoted(key)}) printf '%s\\n' ${words.map(quoted).join(' ')} ;;`,
  );
  return `_reseal_table() {
  case "$1" in
${cases.join('\n')}
    *) return 1 ;;
  esac
}

_reseal_matching() {
  local offer
  while IFS= read -r offer; do
    case "$offer" in "$1"*) printf '%s\\n' "$offer" ;; esac
  done
}

_reseal_choices() {
  local takes
  { IFS= read -r takes; _reseal_matching "$1"; }
}

_reseal_offers() {
  local current="$1" place='' option='' takes='' operand=1 word
  shift
  for word in "$@"; do
    case "$word" in
      --) return ;;
      -*)
        option="$place|$word"
        _reseal_table "$option" >/dev/null || option="|$word"
        takes="$(_reseal_table "$option")"
        case "$takes" in one* | many*) ;; *) option='' ;; esac
        ;;
      *)
        if [ -n "$option" ]; then
          case "$takes" in one*) option='' ;; esac
        elif [ "$operand" = 1 ] && _reseal_table "$place|commands" | grep -Fqx -e "$word"; then
          place="\${place:+$place }$word"
        else
          case "$(_reseal_table "$place|$operand")" in many*) ;; *) operand=$((operand + 1)) ;; esac
        fi
        ;;
    esac
  done
  case "$current" in
    -*) { _reseal_table "$place|options"; _reseal_table '|options'; } | sort -u | _reseal_matching "$current" ;;
    *)
      if [ -n "$option" ]; then
        _reseal_table "$option" | _reseal_choices "$current"
      elif [ "$operand" = 1 ] && _reseal_table "$place|commands" >/dev/null; then
        _reseal_table "$place|commands" | _reseal_matching "$current"
        _reseal_table "$place|1" | _reseal_choices "$current"
      elif _reseal_table "$place|$operand" >/dev/null; then
        _reseal_table "$place|$operand" | _reseal_choices "$current"
      else
        { _reseal_table "$place|options"; _reseal_table '|options'; } | sort -u | _reseal_matching "$current"
      fi
      ;;
  esac
}
`;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

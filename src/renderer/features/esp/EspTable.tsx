import type { ListedPage } from '../../../shared/api/contract/esp.ts';
import { espFindingWords, isNote } from '../../../shared/esp/espFinding.ts';
import { blockingWords, pageFacts, priorityWords, progressWords, timeoutWords } from '../../../shared/esp/espWords.ts';
import { espText } from '../../text/esp.ts';
import { formatter } from '../../text/formatter.ts';
import { JudgedTable, type JudgedRow } from '../../ui/JudgedTable.tsx';

const titles = espText.columns;
const columns = [
  { title: titles.name },
  { title: titles.priority },
  { title: titles.progress },
  { title: titles.timeout },
  { title: titles.blocks },
  { title: titles.get, isNumber: true },
  { title: titles.mayGet, isNumber: true },
];
const { number, minutes, longInstant: instant } = formatter;

/** Every status page with its counts, what is to be looked at, and its settings. */
export function EspTable({ pages }: { readonly pages: readonly ListedPage[] }) {
  return <JudgedTable label={espText.table} columns={columns} rows={pages.map(rowOf)} />;
}

const rowOf = ({ page, get, mayGet, findings }: ListedPage): JudgedRow => ({
  id: page.id,
  cells: [
    page.name,
    priorityWords(page, number),
    progressWords(page),
    timeoutWords(page, minutes),
    blockingWords(page),
    number(get),
    number(mayGet),
  ],
  findings: findings.map((finding) => ({ isNote: isNote(finding), sentence: espFindingWords(finding) })),
  settings: espText.settingsOf(page.name),
  facts: pageFacts(page, { instant, number, minutes }),
});

import { useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from 'react';
import { Button, Dialog, DialogSurface, Text } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useScan } from '../../features/scans/scanContext.ts';
import { paletteText } from '../../text/palette.ts';
import { partsOf } from './matchWords.ts';
import { usePaletteStyles } from './palette.styles.ts';
import { rowAfter, rowsInGroups, type PaletteRow } from './paletteGroups.ts';
import { PaletteOption } from './PaletteOption.tsx';
import { usePaletteGroups } from './usePaletteGroups.ts';

const LONGEST_QUERY = 200;

/**
 * One field that finds any act, place or device. The focus stays in the field; the arrow keys move through the list below.
 * Shown while it is rendered.
 */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const styles = usePaletteStyles();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const { groups, isSearching } = usePaletteGroups(query);
  const { heard } = useScan();
  const [heardBefore] = useState(heard);
  const makeWay = useEffectEvent(onClose);
  // A scan is a scan here too: its answer and its device need the page.
  useEffect(() => {
    if (heard !== heardBefore) makeWay();
  }, [heard, heardBefore]);

  const rows = rowsInGroups(groups);
  const active =
    rows.find(({ id }) => id === activeId) ?? rows.find(({ reason }) => reason === null) ?? rows[0] ?? null;
  const parts = partsOf(query);
  const optionId = (row: PaletteRow) => `${listId}-${rows.indexOf(row)}`;

  function choose(row: PaletteRow): void {
    if (row.reason !== null) return;
    onClose();
    row.choose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (active !== null) choose(active);
      return;
    }
    const next = rowAfter(event.key, rows, active);
    if (next === null) return;
    event.preventDefault();
    setActiveId(next.id);
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface} aria-label={paletteText.title}>
        <div className={styles.head}>
          <span className={styles.icon} aria-hidden="true">
            <SearchRegular />
          </span>
          <input
            className={styles.field}
            type="text"
            role="combobox"
            aria-label={paletteText.field}
            aria-autocomplete="list"
            aria-expanded={rows.length > 0}
            aria-controls={listId}
            aria-activedescendant={active === null ? undefined : optionId(active)}
            placeholder={paletteText.placeholder}
            maxLength={LONGEST_QUERY}
            autoComplete="off"
            spellCheck={false}
            data-hears-scans
            value={query}
            onChange={({ target }) => {
              setQuery(target.value);
              setActiveId(null);
            }}
            onKeyDown={onKeyDown}
          />
          <Button
            size="large"
            appearance="subtle"
            className={styles.close}
            aria-label={paletteText.close}
            onClick={onClose}
          >
            <kbd className={styles.key}>{paletteText.escape}</kbd>
          </Button>
        </div>
        {/* It scrolls by itself: the arrow keys move through it. The focus stays in the field, wherever one presses. */}
        <div
          id={listId}
          role="listbox"
          aria-label={paletteText.list}
          className={styles.list}
          onMouseDown={(event) => event.preventDefault()}
        >
          {groups.map(({ title, rows: members }) => (
            <div key={title} role="group" aria-label={title}>
              <div className={styles.group} aria-hidden="true">
                {title}
              </div>
              {members.map((row) => (
                <PaletteOption
                  key={row.id}
                  id={optionId(row)}
                  row={row}
                  parts={parts}
                  isActive={row === active}
                  onPoint={() => setActiveId(row.id)}
                  onChoose={() => choose(row)}
                />
              ))}
            </div>
          ))}
        </div>
        {rows.length === 0 && !isSearching && (
          <div className={styles.none}>
            <Text size={400}>{paletteText.none(query.trim())}</Text>
            <Text className={styles.quiet}>{paletteText.noneHint}</Text>
          </div>
        )}
        {rows.length === 0 && isSearching && (
          <div className={styles.none}>
            <Text className={styles.quiet}>{paletteText.searching}</Text>
          </div>
        )}
        <div role="status" className={styles.hidden}>
          {statusOf(query, rows.length, isSearching)}
        </div>
        <div className={styles.foot} aria-hidden="true">
          <span className={styles.hint}>
            <kbd className={styles.key}>↑</kbd>
            <kbd className={styles.key}>↓</kbd>
            {paletteText.choose}
          </span>
          <span className={styles.hint}>
            <kbd className={styles.key}>Enter</kbd>
            {paletteText.enter}
          </span>
          <span>{paletteText.scanHint}</span>
        </div>
      </DialogSurface>
    </Dialog>
  );
}

/** What is told to those who do not see the list. */
function statusOf(query: string, count: number, isSearching: boolean): string {
  if (isSearching) return paletteText.searching;
  return count === 0 ? `${paletteText.none(query.trim())} ${paletteText.noneHint}` : paletteText.count(count);
}

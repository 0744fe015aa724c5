import { useEffect, useRef } from 'react';
import { mergeClasses } from '@fluentui/react-components';
import { ProhibitedRegular } from '@fluentui/react-icons';
import { paletteText } from '../../text/palette.ts';
import { Serial } from '../../ui/Serial.tsx';
import { rangesOf } from './matchWords.ts';
import { usePaletteStyles } from './palette.styles.ts';
import type { PaletteRow } from './paletteGroups.ts';

interface PaletteOptionProps {
  readonly id: string;
  readonly row: PaletteRow;
  readonly parts: readonly string[];
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

/** One thing that can be chosen, or why it cannot be now. */
export function PaletteOption({ id, row, parts, isActive, onPoint, onChoose }: PaletteOptionProps) {
  const styles = usePaletteStyles();
  const option = useRef<HTMLDivElement>(null);
  const { label, detail, reason, key, isSerial } = row;
  const Icon = reason === null ? row.Icon : ProhibitedRegular;
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={reason !== null}
      className={mergeClasses(styles.row, isActive && styles.active, reason !== null && styles.unavailable)}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      <span className={styles.icon} aria-hidden="true">
        <Icon />
      </span>
      <span className={styles.words}>
        <span className={mergeClasses(styles.label, isSerial && styles.serial)}>
          {isSerial ? (
            <Serial wrap>
              <Marked text={label} parts={parts} />
            </Serial>
          ) : (
            <Marked text={label} parts={parts} />
          )}
        </span>{' '}
        {detail !== null && (
          <span className={styles.detail}>
            <Marked text={detail} parts={parts} />
          </span>
        )}{' '}
        {reason !== null && <span className={styles.detail}>{paletteText.notNow(reason)}</span>}
      </span>
      {key !== null && (
        <kbd className={styles.key} aria-hidden="true">
          {key}
        </kbd>
      )}
    </div>
  );
}

/** A text with what was typed marked in it. */
function Marked({ text, parts }: { readonly text: string; readonly parts: readonly string[] }) {
  const styles = usePaletteStyles();
  const ranges = rangesOf(parts, text);
  return (
    <>
      {ranges.map(([from, to], index) => [
        text.slice(ranges[index - 1]?.[1] ?? 0, from),
        <b key={from} className={styles.mark}>
          {text.slice(from, to)}
        </b>,
      ])}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}

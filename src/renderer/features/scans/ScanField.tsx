import { useRef, useState } from 'react';
import { Button, Input, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { BarcodeScannerRegular, CameraRegular } from '@fluentui/react-icons';
import { useShortcut } from '../../app/shortcuts.ts';
import { scanText } from '../../text/scans.ts';
import { narrow } from '../../ui/breakpoints.ts';
import { useScan } from './scanContext.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    flexGrow: 1,
    maxWidth: '520px',
    [narrow]: { order: 1, flexBasis: '100%', maxWidth: 'none', minWidth: 0 },
  },
  input: { flexGrow: 1, minWidth: '160px', [narrow]: { minWidth: 0 } },
});

/** For typing a serial, and to show where scans go; a hand scanner needs no focus here. */
export function ScanField() {
  const styles = useStyles();
  const { read, openCamera } = useScan();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useShortcut('s', () => input.current?.focus());

  return (
    <form
      role="search"
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        read(text);
        setText('');
      }}
    >
      <Input
        input={{ ref: input }}
        className={styles.input}
        size="large"
        value={text}
        onChange={(_, { value }) => setText(value)}
        contentBefore={<BarcodeScannerRegular />}
        aria-label={scanText.field}
        placeholder={scanText.placeholder}
        autoComplete="off"
        spellCheck={false}
      />
      <Tooltip content={scanText.camera} relationship="label">
        <Button size="large" appearance="subtle" icon={<CameraRegular />} onClick={openCamera} />
      </Tooltip>
    </form>
  );
}

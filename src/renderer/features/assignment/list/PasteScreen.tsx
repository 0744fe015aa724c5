import { useRef, useState } from 'react';
import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons';
import { listText } from '../../../text/list.ts';
import { PrimaryAction } from '../../../ui/PrimaryAction.tsx';
import { Screen } from '../../../ui/Screen.tsx';
import { useDropZone } from '../../../ui/useDropZone.ts';
import { useTakeList } from './useTakeList.ts';

const useStyles = makeStyles({
  zone: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { border: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  field: { flexGrow: 1, gridTemplateRows: 'auto 1fr auto' },
  text: { height: '100%', minHeight: '240px', '& textarea': { maxHeight: 'none', height: '100%' } },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Where a list comes in: pasted, dropped, chosen, or typed. */
export function PasteScreen() {
  const styles = useStyles();
  const take = useTakeList();
  const [text, setText] = useState('');
  const { isOver, zone } = useDropZone(({ files: [file] }) => {
    if (file !== undefined) void take(file);
  });
  const fileInput = useRef<HTMLInputElement>(null);

  return (
    <Screen title={listText.emptyTitle} full>
      <div className={mergeClasses(styles.zone, isOver && styles.over)} {...zone}>
        <Field label={isOver ? listText.dropNow : listText.paste} hint={listText.pasteHint} className={styles.field}>
          <Textarea
            size="large"
            className={styles.text}
            value={text}
            spellCheck={false}
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
        <div className={styles.acts}>
          <PrimaryAction onClick={() => void (text.trim() === '' ? undefined : take(text))}>
            {listText.compare}
          </PrimaryAction>
          <Button size="large" icon={<DocumentRegular />} onClick={() => fileInput.current?.click()}>
            {listText.chooseFile}
          </Button>
        </div>
        <input
          ref={fileInput}
          type="file"
          hidden
          aria-label={listText.chooseFile}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void take(file);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </Screen>
  );
}

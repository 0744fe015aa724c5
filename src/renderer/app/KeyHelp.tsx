import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { commonText } from '../text/common.ts';
import { keyHelp, shellText } from '../text/shell.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
  },
  keys: { fontWeight: tokens.fontWeightSemibold },
  act: { margin: 0 },
});

/** The keys of the page. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  return (
    <DialogFrame
      title={shellText.keysTitle}
      actions={
        <Button size="large" appearance="primary" onClick={onClose}>
          {commonText.close}
        </Button>
      }
      onClose={onClose}
    >
      <Text>{shellText.keysScan}</Text>
      <dl className={styles.list}>
        {keyHelp.map(({ keys, act }) => [
          <dt key={keys} className={styles.keys}>
            {keys}
          </dt>,
          <dd key={act} className={styles.act}>
            {act}
          </dd>,
        ])}
      </dl>
    </DialogFrame>
  );
}

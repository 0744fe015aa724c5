import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useActs } from '../acts/actsContext.ts';
import { commonText } from '../text/common.ts';
import { keyHelp, shellText } from '../text/shell.ts';
import { paletteText } from '../text/palette.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { places } from './places.ts';

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
  const { acts } = useActs();
  const rows = [
    { keys: `1 – ${places.length}`, act: places.map(({ name }) => shellText.places[name]).join(', ') },
    { keys: paletteText.keyHelp, act: paletteText.help },
    ...keyHelp,
    ...acts.flatMap(({ key }) => (key === undefined ? [] : { keys: key.press, act: key.help })),
  ];
  return (
    <DialogFrame
      title={shellText.keys}
      actions={
        <Button size="large" appearance="primary" onClick={onClose}>
          {commonText.close}
        </Button>
      }
      onClose={onClose}
    >
      <Text>{shellText.keysScan}</Text>
      <dl className={styles.list}>
        {rows.map(({ keys, act }) => [
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

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { commonText } from '../text/common.ts';
import { keyHelp, shellText } from '../text/shell.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalL, paddingBottom: tokens.spacingVerticalS },
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
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{shellText.keysTitle}</DialogTitle>
          <DialogContent className={styles.content}>
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
          </DialogContent>
          <DialogActions>
            <Button size="large" appearance="primary" onClick={onClose}>
              {commonText.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

import type { ReactNode } from 'react';
import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalL, paddingBottom: tokens.spacingVerticalS },
  /** A button is one line, whatever it says. */
  actions: { whiteSpace: 'nowrap' },
  normal: {},
  wide: { maxWidth: '760px' },
  table: { maxWidth: '1000px' },
});

interface DialogFrameProps {
  readonly title: string;
  readonly size?: 'normal' | 'wide' | 'table';
  /** At least one button, the main one last. */
  readonly actions: ReactNode;
  /** Makes it a form, which Enter submits. */
  readonly onSubmit?: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog as all of them look. Shown while it is rendered; Escape and a press beside it close it. */
export function DialogFrame({ title, size = 'normal', actions, onSubmit, onClose, children }: DialogFrameProps) {
  const styles = useStyles();
  const body = (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className={styles.content}>{children}</DialogContent>
      <DialogActions className={styles.actions}>{actions}</DialogActions>
    </DialogBody>
  );
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface className={styles[size]}>
        {onSubmit === undefined ? (
          body
        ) : (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              onSubmit();
            }}
          >
            {body}
          </form>
        )}
      </DialogSurface>
    </Dialog>
  );
}

import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { commonText } from '../text/common.ts';
import { useNotify } from './notify.ts';

const useStyles = makeStyles({
  root: { display: 'flex', gap: tokens.spacingHorizontalS },
  text: { flexGrow: 1, minWidth: 0 },
});

interface CopyLineProps {
  readonly text: string;
  readonly label: string;
  readonly copy: string;
  /** What tells the button from others like it. */
  readonly copyNamed?: string;
}

/** Text that is to be entered elsewhere, whole even where it is too long to show. */
export function CopyLine({ text, label, copy, copyNamed = copy }: CopyLineProps) {
  const styles = useStyles();
  const notify = useNotify();
  return (
    <div className={styles.root}>
      <Input
        readOnly
        size="large"
        className={styles.text}
        value={text}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        size="large"
        icon={<CopyRegular />}
        aria-label={copyNamed}
        onClick={() => void navigator.clipboard.writeText(text).then(() => notify.done(commonText.copied))}
      >
        {copy}
      </Button>
    </div>
  );
}

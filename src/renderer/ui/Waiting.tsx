import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    alignContent: 'center',
    justifyItems: 'center',
    gap: tokens.spacingVerticalL,
    height: '100vh',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
  },
});

/** The whole page, before there is anything to show. */
export function Waiting({ sentence, busy }: { readonly sentence: string; readonly busy: boolean }) {
  const styles = useStyles();
  return (
    <main className={styles.root}>
      <h1 hidden>Reseal</h1>
      {busy && <Spinner size="large" aria-hidden="true" />}
      <Text size={400} role="status">
        {sentence}
      </Text>
    </main>
  );
}

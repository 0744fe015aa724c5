import { useSyncExternalStore, type ReactNode } from 'react';
import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import type { Settings } from '../../shared/api/contract/workshop.ts';

const useGlobalStyles = makeStaticStyles({
  'html, body': { margin: 0, height: '100%' },
  body: { overflow: 'hidden' },
});

const useStyles = makeStyles({
  root: { height: '100vh', backgroundColor: tokens.colorNeutralBackground3, fontVariantNumeric: 'tabular-nums' },
});

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

/** Light or dark as the settings say, or as the system does. Forced colours are the system's in either. */
export function AppTheme({ theme, children }: { readonly theme: Settings['theme']; readonly children: ReactNode }) {
  useGlobalStyles();
  const styles = useStyles();
  const prefersDark = useSyncExternalStore(watchSystem, () => systemIsDark.matches);
  const isDark = theme === 'system' ? prefersDark : theme === 'dark';
  return (
    // The provider's own class is copied to every portal; what is for the page alone stands on an element inside.
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
      <div className={styles.root}>{children}</div>
    </FluentProvider>
  );
}

function watchSystem(listener: () => void): () => void {
  systemIsDark.addEventListener('change', listener);
  return () => systemIsDark.removeEventListener('change', listener);
}

import { useSyncExternalStore, type ReactNode } from 'react';
import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import type { Settings } from '../../shared/settings/settings.ts';
import { tiny } from '../ui/breakpoints.ts';

/** The height of what a gloved hand presses; Fluent's largest size is 40. */
const TARGET = '44px';

const useGlobalStyles = makeStaticStyles({
  'html, body': { margin: 0, height: '100%' },
  '.fui-Button, .fui-Input.fui-Input, .fui-Combobox, .fui-Select__select.fui-Select__select': { minHeight: TARGET },
  '.fui-Radio, .fui-Switch': { minHeight: TARGET, alignItems: 'center' },
  '.fui-SpinButton': { minHeight: TARGET },
  '.fui-Button:has(> .fui-Button__icon:only-child)': { minWidth: TARGET, maxWidth: 'none' },
  '[role^="menuitem"].fui-MenuItem': { minHeight: TARGET, alignItems: 'center' },
});

const useStyles = makeStyles({
  root: {
    height: '100vh',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground3,
    fontVariantNumeric: 'tabular-nums',
    [tiny]: { height: 'auto', minHeight: '100vh', overflow: 'visible' },
    '@media print': { height: 'auto', overflow: 'visible' },
  },
});

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
const isPrinting = window.matchMedia('print');

/** Light or dark as the settings say, or as the system does; paper is light. Forced colours are the system's in either. */
export function AppTheme({ theme, children }: { readonly theme: Settings['theme']; readonly children: ReactNode }) {
  useGlobalStyles();
  const styles = useStyles();
  const prefersDark = useSyncExternalStore(watchSystem, () => systemIsDark.matches);
  const isOnPaper = useSyncExternalStore(watchSystem, () => isPrinting.matches);
  const isDark = !isOnPaper && (theme === 'system' ? prefersDark : theme === 'dark');
  return (
    // The provider's own class is copied to every portal; what is for the page alone stands on an element inside.
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
      <div className={styles.root} data-look={isDark ? 'dark' : 'light'}>
        {children}
      </div>
    </FluentProvider>
  );
}

function watchSystem(listener: () => void): () => void {
  for (const query of [systemIsDark, isPrinting]) query.addEventListener('change', listener);
  return () => {
    for (const query of [systemIsDark, isPrinting]) query.removeEventListener('change', listener);
  };
}

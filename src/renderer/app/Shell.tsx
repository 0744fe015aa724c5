import { useRef, useState, type ReactNode } from 'react';
import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useConnection } from '../api/clientContext.ts';
import { shellText } from '../text/shell.ts';
import { narrow, tiny } from '../ui/breakpoints.ts';
import { AlarmWatch } from '../features/bench/alarms/AlarmWatch.tsx';
import { QueueTrouble } from '../features/backups/QueueTrouble.tsx';
import { PretendDevice } from '../features/tenants/pretend/PretendDevice.tsx';
import { TourBar } from '../features/tenants/tour/TourBar.tsx';
import { ActKeys } from './ActKeys.tsx';
import { AnswerPlace } from './AnswerPlace.tsx';
import { Palette } from './palette/Palette.tsx';
import { usePaletteKey } from './palette/usePaletteKey.ts';
import { useAddress } from './navigation.ts';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { useFocusHome } from './useFocusHome.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '80px auto minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    gridTemplateAreas: '"top top top" "rail device page"',
    height: '100%',
    // What is printed is the page alone, all of it.
    '@media print': { display: 'block', height: 'auto' },
    [narrow]: {
      gridTemplateColumns: '80px minmax(0, 1fr)',
      gridTemplateRows: 'auto minmax(0, 1fr) auto',
      gridTemplateAreas: '"top top" "rail page" "device device"',
    },
    [tiny]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto auto auto auto',
      gridTemplateAreas: '"top" "rail" "page" "device"',
      height: 'auto',
    },
  },
  body: {
    gridArea: 'page',
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTopLeftRadius: tokens.borderRadiusXLarge,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  page: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    [tiny]: { overflowY: 'visible' },
    '@media print': { overflowY: 'visible' },
  },
});

/** The frame around every screen: the bar, the rail, and the page between them. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLElement>(null);
  const connection = useConnection();
  const [paletteIsOpen, setPaletteIsOpen] = useState(false);
  usePaletteKey(paletteIsOpen, setPaletteIsOpen);
  useFocusHome(root);
  // Nobody touches a wall: it has nothing to press.
  if (useAddress().page === 'wall')
    return (
      <main>
        <AlarmWatch />
        {children}
      </main>
    );

  return (
    <div ref={root} className={styles.root}>
      <TopBar onSkip={() => page.current?.querySelector('h1')?.focus()} onOpenPalette={() => setPaletteIsOpen(true)} />
      <Rail />
      <PretendDevice />
      <div className={styles.body}>
        <AnswerPlace />
        <TourBar />
        <main ref={page} className={styles.page}>
          {(connection === 'lost' || connection === 'refused') && (
            <MessageBar intent="warning" layout="multiline" shape="square">
              <MessageBarBody>{shellText.connection[connection]}</MessageBarBody>
            </MessageBar>
          )}
          <QueueTrouble />
          {children}
        </main>
      </div>
      <AlarmWatch />
      <ActKeys />
      {paletteIsOpen && <Palette onClose={() => setPaletteIsOpen(false)} />}
    </div>
  );
}

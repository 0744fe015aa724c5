import { CounterBadge, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { intakeText } from '../text/intake.ts';
import { shellText } from '../text/shell.ts';
import { tiny } from '../ui/breakpoints.ts';
import { formatAddress } from './address.ts';
import { useAddress, visit } from './navigation.ts';
import { places, type Place } from './places.ts';
import { usePlaceKey } from './shortcuts.ts';
import { useUnfinishedImports } from './useUnfinishedImports.ts';

const useStyles = makeStyles({
  root: { gridArea: 'rail', overflowY: 'auto', '@media print': { display: 'none' } },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: tokens.spacingHorizontalXS,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    [tiny]: { gridTemplateColumns: 'repeat(auto-fill, minmax(72px, 1fr))' },
  },
  place: {
    position: 'relative',
    display: 'grid',
    justifyItems: 'center',
    alignContent: 'center',
    gap: tokens.spacingVerticalXXS,
    height: '64px',
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ...typographyStyles.caption1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover, color: tokens.colorNeutralForeground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  icon: { display: 'inline-flex', fontSize: '28px' },
  mark: { position: 'absolute', top: '4px', right: '4px' },
  here: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '16px',
      bottom: '16px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorBrandForeground1,
      forcedColorAdjust: 'none',
    },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
});

/** The nine places, with words, and a number key each. */
export function Rail() {
  const styles = useStyles();
  const unfinished = useUnfinishedImports();
  return (
    <nav aria-label={shellText.railLabel} className={styles.root}>
      <ul className={styles.list}>
        {places.map((place, index) => (
          <li key={place.name}>
            <RailLink
              place={place}
              shortcut={String(index + 1)}
              unfinished={place.name === 'intake' ? unfinished : 0}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface RailLinkProps {
  readonly place: Place;
  readonly shortcut: string;
  /** How many imports were begun and not finished. */
  readonly unfinished: number;
}

function RailLink({ place, shortcut, unfinished }: RailLinkProps) {
  const styles = useStyles();
  const isHere = place.pages.includes(useAddress().page);
  usePlaceKey(shortcut, () => visit(place.address));
  return (
    <a
      href={formatAddress(place.address)}
      className={mergeClasses(styles.place, isHere && styles.here)}
      aria-current={isHere ? 'page' : undefined}
      aria-keyshortcuts={shortcut}
      title={unfinished === 0 ? undefined : intakeText.keptTitle(unfinished)}
    >
      <span className={styles.icon}>
        <place.Icon filled={isHere} aria-hidden="true" />
      </span>
      {unfinished > 0 && <CounterBadge className={styles.mark} count={unfinished} aria-hidden="true" />}
      {shellText.places[place.name]}
    </a>
  );
}

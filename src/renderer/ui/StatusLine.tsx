import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { DeviceView } from '../../shared/devices/deviceView.ts';
import type { StatusName } from '../../shared/devices/status.ts';
import { formatter } from '../text/formatter.ts';
import { statusNames } from '../../shared/devices/statusWords.ts';
import { statusText } from '../text/status.ts';
import { narrow } from './breakpoints.ts';
import { statusFactsOf, statusOrder, type StatusFacts } from './statusFacts.ts';
import { StatusShape } from './StatusShape.tsx';
import { useNow } from './useNow.ts';
import { When } from './When.tsx';

const SECOND_MS = 1_000;

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    margin: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    // One below the other, each with its shape at the left.
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  },
  step: {
    position: 'relative',
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalXXS,
    paddingRight: tokens.spacingHorizontalL,
    [narrow]: { paddingLeft: '40px', paddingRight: 0 },
  },
  shape: { display: 'inline-flex', [narrow]: { position: 'absolute', left: 0 } },
  /** The line to the next status. */
  line: {
    position: 'absolute',
    top: '11px',
    left: '32px',
    right: '8px',
    height: '2px',
    backgroundColor: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    [narrow]: { display: 'none' },
  },
  name: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  word: { ...typographyStyles.subtitle2, overflowWrap: 'anywhere' },
  small: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

/** The five statuses side by side, each with its own shape, words and time. */
export function StatusLine({ device }: { readonly device: DeviceView }) {
  const styles = useStyles();
  const facts = statusFactsOf(device);
  return (
    <ol aria-label={statusText.label} className={styles.root}>
      {statusOrder.map((name, index) => (
        <li key={name} className={styles.step}>
          <span className={styles.shape}>
            <StatusShape shape={facts[name].shape} size="large" />
          </span>
          {index < statusOrder.length - 1 && <span className={styles.line} aria-hidden="true" />}
          <Words name={name} facts={facts[name]} device={device} />
        </li>
      ))}
    </ol>
  );
}

function Words({
  name,
  facts,
  device,
}: {
  readonly name: StatusName;
  readonly facts: StatusFacts;
  readonly device: DeviceView;
}) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.name}>{statusNames[name]}</span>
      <span className={styles.word}>
        {facts.runningSince === null ? facts.word : <Running since={facts.runningSince} />}
      </span>
      {(facts.at !== null || facts.detail !== null) && (
        <span className={styles.small}>
          {facts.at !== null && <When at={facts.at} />}
          {facts.at !== null && facts.detail !== null && ' · '}
          {facts.detail}
        </span>
      )}
      {name === 'reseal' && <UserFlowDue device={device} />}
    </>
  );
}

function Running({ since }: { readonly since: string }) {
  const now = useNow(SECOND_MS);
  return statusText.running(formatter.stopwatch(now.getTime() - Date.parse(since)));
}

/** Between the 90 minutes and the six months. */
function UserFlowDue({ device }: { readonly device: DeviceView }) {
  const styles = useStyles();
  const { state, notBefore, notAfter } = device.due;
  switch (state) {
    case 'none':
    case 'done':
      return null;
    case 'tooEarly':
      return (
        <span className={styles.small}>
          {statusText.userFlowFrom} <When at={notBefore} />
        </span>
      );
    case 'open':
    case 'closing':
      return (
        <span className={styles.small}>
          {statusText.userFlowUntil} <When at={notAfter} />
        </span>
      );
    case 'closed':
      return <span className={styles.small}>{statusText.userFlowClosed}</span>;
  }
}

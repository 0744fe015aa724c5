import { useState, type ReactNode } from 'react';
import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { nearMissWords } from '../../../shared/groups/groupWords.ts';
import { groupsText } from '../../text/groups.ts';
import { Finding } from '../../ui/Finding.tsx';
import { Serial } from '../../ui/Serial.tsx';
import { ShowMore, SHOWN_STEP } from '../../ui/ShowMore.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL },
  part: { display: 'grid', gap: tokens.spacingVerticalXS },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  devices: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** Which devices a rule takes, which nearly, and what of it matches nothing. What is to be looked at comes first. */
export function CheckedRule(checked: Checked) {
  const styles = useStyles();
  const { matching, nearlyEqual, others, notJudged, neverMatching, strangeConditions } = checked;
  const [shown, setShown] = useState(SHOWN_STEP);
  return (
    <div className={styles.root} role="status">
      <Text weight="semibold">
        {groupsText.summary({ matching: matching.length, nearly: nearlyEqual.length, others, notJudged })}
      </Text>
      <Part title={groupsText.nearlyTitle} isShown={nearlyEqual.length > 0}>
        {nearMisses(nearlyEqual).map(({ sentence, devices }) => (
          <Finding key={sentence} shape="warning">
            {sentence}
            <Devices devices={devices.slice(0, shown)} />
          </Finding>
        ))}
      </Part>
      <Part title={groupsText.neverTitle} isShown={neverMatching.length > 0}>
        {neverMatching.map((value) => (
          <Finding key={value} shape="warning">
            <Serial wrap>{value}</Serial>
          </Finding>
        ))}
      </Part>
      <Part title={groupsText.strangeTitle} isShown={strangeConditions.length > 0}>
        {strangeConditions.map((condition) => (
          <Finding key={condition} shape="open">
            <Serial wrap>{condition}</Serial>
          </Finding>
        ))}
      </Part>
      <Part title={groupsText.matchingTitle} isShown={matching.length > 0}>
        <Devices devices={matching.slice(0, shown)} saysWhen />
      </Part>
      <ShowMore
        shown={Math.min(shown, Math.max(matching.length, nearlyEqual.length))}
        total={Math.max(matching.length, nearlyEqual.length)}
        onMore={() => setShown(shown + SHOWN_STEP)}
      />
    </div>
  );
}

type Checked = OutputOf<'groups.check'>;

/** Devices whose values differ alike are told together. */
function nearMisses(nearlyEqual: Checked['nearlyEqual']) {
  const alike = Map.groupBy(nearlyEqual, ({ groupTag, differsIn }) =>
    groupsText.nearly(
      groupTag === null ? groupsText.value.other : groupsText.value.groupTag(groupTag),
      nearMissWords[differsIn],
    ),
  );
  return [...alike].map(([sentence, devices]) => ({ sentence, devices }));
}

interface DevicesProps {
  readonly devices: Checked['matching'];
  /** Whether it is said that a device falls under the rule only later. */
  readonly saysWhen?: boolean;
}

function Devices({ devices, saysWhen = false }: DevicesProps) {
  const styles = useStyles();
  return (
    <ul className={styles.devices}>
      {devices.map(({ id, serialNumber, isRegistered }) => (
        <li key={id}>
          <Serial>{serialNumber}</Serial>
          {isRegistered || !saysWhen ? '' : ` (${groupsText.onceRegistered})`}
        </li>
      ))}
    </ul>
  );
}

interface PartProps {
  readonly title: string;
  readonly isShown: boolean;
  readonly children: ReactNode;
}

function Part({ title, isShown, children }: PartProps) {
  const styles = useStyles();
  return (
    isShown && (
      <section className={styles.part}>
        <h3 className={styles.title}>{title}</h3>
        {children}
      </section>
    )
  );
}

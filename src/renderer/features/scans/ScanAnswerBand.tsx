import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { tiny } from '../../ui/breakpoints.ts';
import { Serial } from '../../ui/Serial.tsx';
import { StatusShape, type Shape } from '../../ui/StatusShape.tsx';
import { scanText } from '../../text/scans.ts';
import type { ScanAnswer } from './scanAnswer.ts';

/** Good answers go away by themselves; what needs a person stays until it is closed or the next scan. */
const GOOD_MS = 6_000;

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    zIndex: 1,
    bottom: tokens.spacingVerticalM,
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXL,
    minHeight: '96px',
    margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    [tiny]: { minHeight: 0, gap: tokens.spacingHorizontalS, padding: tokens.spacingHorizontalS },
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow28,
    color: tokens.colorNeutralForegroundInverted,
  },
  busy: { backgroundColor: tokens.colorNeutralBackgroundInverted },
  good: { backgroundColor: tokens.colorStatusSuccessBackground3, color: tokens.colorNeutralForegroundOnBrand },
  attention: { backgroundColor: tokens.colorStatusWarningBackground3, color: tokens.colorNeutralForeground1Static },
  stop: { backgroundColor: tokens.colorStatusDangerBackground3, color: tokens.colorNeutralForegroundOnBrand },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, marginRight: 'auto' },
  title: { ...typographyStyles.title1, margin: 0, overflowWrap: 'anywhere', [tiny]: { ...typographyStyles.subtitle1 } },
  sentence: { ...typographyStyles.subtitle2, overflowWrap: 'anywhere' },
  close: { color: 'inherit', flexShrink: 0, ':hover': { color: 'inherit' } },
});

const shapes: Readonly<Record<ScanAnswer['tone'], Shape>> = {
  busy: 'running',
  good: 'done',
  attention: 'warning',
  stop: 'failed',
};

interface ScanAnswerBandProps {
  readonly answer: ScanAnswer;
  readonly onClose: () => void;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** The answer to a scan, readable from two metres: colour, shape and word say the same. */
export function ScanAnswerBand({ answer, onClose, children }: ScanAnswerBandProps) {
  const styles = useStyles();
  const close = useEffectEvent(onClose);

  useEffect(() => {
    if (answer.tone !== 'good') return;
    const timer = setTimeout(() => close(), GOOD_MS);
    return () => clearTimeout(timer);
  }, [answer]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <section aria-label={scanText.answerLabel} className={mergeClasses(styles.root, styles[answer.tone])}>
      <StatusShape shape={shapes[answer.tone]} size="huge" inherit />
      <div className={styles.words} role={answer.tone === 'stop' ? 'alert' : 'status'}>
        <p className={styles.title}>
          {answer.title} {answer.serialNumber !== null && <Serial wrap>{answer.serialNumber}</Serial>}
        </p>
        {answer.sentence !== '' && <span className={styles.sentence}>{answer.sentence}</span>}
      </div>
      {children}
      <Button
        size="large"
        appearance="transparent"
        className={styles.close}
        icon={<DismissRegular />}
        aria-label={scanText.close}
        onClick={onClose}
      />
    </section>
  );
}

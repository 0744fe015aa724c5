import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { BuildingRegular, DocumentSearchRegular, HatGraduationRegular, StorageRegular } from '@fluentui/react-icons';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useActs, useOffer } from '../../acts/actsContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { addressNow, goTo, replaceAddress } from '../navigation.ts';
import { welcomeText } from '../../text/welcome.ts';
import { narrow } from '../../ui/breakpoints.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PrimaryAction } from '../../ui/PrimaryAction.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { AddTenantDialog } from '../../features/tenants/AddTenantDialog.tsx';
import { addSamples } from '../../features/tenants/tenantActs.tsx';
import { SignInDialog } from '../../features/tenants/SignInDialog.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1152px)',
    justifyContent: 'center',
    alignContent: 'center',
    flexGrow: 1,
    gap: tokens.spacingVerticalXXL,
  },
  title: { ...typographyStyles.largeTitle },
  sentence: { maxWidth: '640px' },
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 368px))',
    gap: tokens.spacingHorizontalXXL,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  choice: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  icon: { fontSize: '40px', lineHeight: 1, color: tokens.colorBrandForeground1 },
  choiceTitle: { ...typographyStyles.subtitle1, margin: 0 },
  act: { marginTop: 'auto' },
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
  },
});

/** The first thing a person sees: try it without risk, or begin. Both lead to the first files. */
export function WelcomeScreen() {
  const styles = useStyles();
  const practise = useCommand('tenants.addPractice');
  const { run, isRunning } = useActs();
  const samples = useOffer(addSamples, { kind: 'reseal', status: null });
  const [isAdding, setIsAdding] = useState<'lane' | 'tenant' | null>(null);
  const [added, setAdded] = useState<TenantView | null>(null);
  // The start shows this screen only while there is no tenant, and the first tenant comes before its sign-in.
  // An address that came meanwhile, as by a link of another program, is not replaced.
  useEffect(() => {
    if (addressNow().page === 'start') replaceAddress({ page: 'welcome' });
  }, []);
  const goOn = () => goTo({ page: 'intake' });

  async function addPractice(): Promise<void> {
    const outcome = await practise.run({});
    if (outcome.ok) goOn();
  }

  return (
    <Screen title={welcomeText.title} titleHidden>
      <div className={styles.root}>
        <span className={styles.title} aria-hidden="true">
          {welcomeText.title}
        </span>
        <Text size={500} className={styles.sentence}>
          {welcomeText.sentence}
        </Text>
        <div className={styles.choices}>
          <Choice icon={<HatGraduationRegular />} title={welcomeText.practiceTitle} sentence={welcomeText.practice}>
            <PrimaryAction className={styles.act} running={isRunning(samples)} onClick={() => run(samples)}>
              {isRunning(samples) ? samples.busy : samples.label}
            </PrimaryAction>
            <PrimaryAction appearance="secondary" running={practise.running} onClick={() => void addPractice()}>
              {welcomeText.practiceAct}
            </PrimaryAction>
          </Choice>
          <Choice icon={<BuildingRegular />} title={welcomeText.tenantTitle} sentence={welcomeText.tenant}>
            <PrimaryAction className={styles.act} appearance="secondary" onClick={() => setIsAdding('tenant')}>
              {welcomeText.tenantAct}
            </PrimaryAction>
          </Choice>
          <Choice icon={<StorageRegular />} title={welcomeText.laneTitle} sentence={welcomeText.lane}>
            <PrimaryAction className={styles.act} appearance="secondary" onClick={() => setIsAdding('lane')}>
              {welcomeText.laneAct}
            </PrimaryAction>
          </Choice>
        </div>
        <div className={styles.end}>
          <Text>{welcomeText.both}</Text>
          <LinkButton to={{ page: 'intake' }} appearance="transparent" icon={<DocumentSearchRegular />}>
            {welcomeText.checkFiles}
          </LinkButton>
        </div>
      </div>
      {isAdding !== null && (
        <AddTenantDialog
          connects={isAdding === 'tenant'}
          onClose={() => setIsAdding(null)}
          onAdded={(tenant) => {
            setIsAdding(null);
            if (tenant.signIn.state === 'notConnected') goOn();
            else setAdded(tenant);
          }}
        />
      )}
      {added !== null && <SignInDialog tenant={added} onSignedIn={goOn} onClose={() => goTo({ page: 'tenants' })} />}
    </Screen>
  );
}

interface ChoiceProps {
  readonly icon: ReactElement;
  readonly title: string;
  readonly sentence: string;
  readonly children: ReactNode;
}

function Choice({ icon, title, sentence, children }: ChoiceProps) {
  const styles = useStyles();
  return (
    <section className={styles.choice}>
      <span className={styles.icon}>{icon}</span>
      <h2 className={styles.choiceTitle}>{title}</h2>
      <Text size={400}>{sentence}</Text>
      {children}
    </section>
  );
}

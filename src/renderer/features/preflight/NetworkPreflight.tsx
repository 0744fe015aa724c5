import { useState } from 'react';
import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, PlugConnectedCheckmarkRegular } from '@fluentui/react-icons';
import type { NetworkReport } from '../../../shared/api/contract/preflight.ts';
import { isPattern, tpmMaker, type TpmMakerChoice } from '../../../shared/preflight/networkHost.ts';
import { tpmMakerWords } from '../../../shared/preflight/sayHost.ts';
import type { ChosenScenario } from '../../../shared/scenarios/scenarioName.ts';
import { useActs } from '../../acts/actsContext.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { preflightText as text } from '../../text/preflight.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { ScenarioSelect } from '../scenarios/ScenarioSelect.tsx';
import { FindingList } from './FindingList.tsx';
import { HostTable } from './HostTable.tsx';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  choice: { minWidth: '240px' },
  found: { display: 'grid', gap: tokens.spacingVerticalM },
});

/** Shows which hosts a deployment needs, contacts them when a person says so, and makes a sheet for the network’s owner. */
export function NetworkPreflight({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { tools } = useActs();
  const [scenario, setScenario] = useState<ChosenScenario | null>(null);
  const [tpm, setTpm] = useState<TpmMakerChoice | null>(null);
  const [report, setReport] = useState<NetworkReport | null>(null);
  const choice = { ...(scenario !== null && { scenario }), ...(tpm !== null && { tpm }) };
  const reading = useProcedure('preflight.hosts', choice, []);
  const check = useCommand('preflight.checkNetwork', { showsFailure: true });
  const troubles = report?.findings.filter(
    ({ level, finding }) => level !== 'good' && finding.code !== 'network.pattern',
  );

  async function run(): Promise<void> {
    const outcome = await check.run(choice);
    if (outcome.ok) setReport(outcome.value);
  }

  async function save(): Promise<void> {
    await tools.makePaper(
      (withCodes) => tools.client.call('preflight.networkPaper', { ...choice, withCodes }),
      (file) => {
        saveDocument(file);
        tools.notify.done(text.saved);
      },
    );
  }

  return (
    <DialogFrame
      title={text.network}
      size="table"
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {commonText.close}
          </Button>
          <Button size="large" icon={<ArrowDownloadRegular />} onClick={() => void save()}>
            {text.print}
          </Button>
          <Button
            size="large"
            appearance="primary"
            icon={<PlugConnectedCheckmarkRegular />}
            disabledFocusable={check.running}
            onClick={() => void run()}
          >
            {check.running ? commonText.workingOn : text.checkNow}
          </Button>
        </>
      }
      onClose={onClose}
    >
      <div className={styles.choices}>
        <Field label={text.scenario} className={styles.choice}>
          <ScenarioSelect
            value={scenario}
            unsaid={text.allScenarios}
            onChange={(value) => {
              setScenario(value);
              setReport(null);
            }}
          />
        </Field>
        <Field label={text.tpm} className={styles.choice}>
          <Select
            size="large"
            value={tpm ?? ''}
            onChange={(_, { value }) => {
              setTpm(tpmMaker.safeParse(value).data ?? null);
              setReport(null);
            }}
          >
            <option value="">{text.allTpms}</option>
            {tpmMaker.options.map((name) => (
              <option key={name} value={name}>
                {tpmMakerWords[name]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {check.failure !== null && <ProblemBar failure={check.failure} />}
      <Loaded reading={reading} lines={8}>
        {({ hosts, isOwn }) => (
          <>
            {report === null || troubles === undefined ? (
              <Text>{text.networkBefore(hosts.filter((host) => !isPattern(host)).length)}</Text>
            ) : (
              <div className={styles.found}>
                <Text role="status">{text.checked(report.checkedAt, troubles.length)}</Text>
                <FindingList findings={troubles} />
              </div>
            )}
            {isOwn && <Text>{text.ownList}</Text>}
            <HostTable hosts={hosts} findings={report?.findings ?? null} />
          </>
        )}
      </Loaded>
    </DialogFrame>
  );
}

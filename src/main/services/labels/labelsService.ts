import type { LabelHandlers } from '../../../shared/api/contract/labels.ts';
import type { LabelLook, LabelSubject } from '../../../shared/labels/labelLook.ts';
import { fileNameOf, paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';
import { boxContents } from './boxContent.ts';
import { chosenLook } from './chosenLook.ts';
import { badgeContentOf, labelContentOf, type LabelContent } from './labelContent.ts';
import { labelDocumentOf } from './labelDocumentOf.ts';
import { printLabels } from './printLabels.ts';

interface Asked extends LabelLook {
  readonly deviceIds: readonly string[];
  readonly subject: LabelSubject;
}

/** Labels as files, or sent to the printer of the settings; made here and alike for every door. */
export function createLabelsService(context: ServiceContext): LabelHandlers {
  const { deviceViews, formatter, ports, settings, tenants } = context;

  function contentsOf({ deviceIds, subject, ...asked }: Asked): readonly LabelContent[] {
    const { fields } = chosenLook(asked, readSettings(settings));
    const labelled = [...new Set(deviceIds)].map((id) => {
      const device = deviceViews.get(id);
      return { device, customer: tenantNameOf(tenants, device.tenantId) };
    });
    if (subject === 'device') return labelled.map(({ device, customer }) => labelContentOf(device, customer, fields));
    return boxContents(labelled, fields, { devices: (count) => formatter.count(count, 'device', 'devices') });
  }

  function nameOf([first, ...others]: readonly LabelContent[], subject: LabelSubject): string {
    const kind = subject === 'box' ? 'box-label' : 'label';
    return others.length === 0 ? `${fileNameOf(first?.name ?? '')}-${kind}` : `${kind}s-${others.length + 1}`;
  }

  return {
    'labels.document': (asked) => {
      const contents = contentsOf(asked);
      return labelDocumentOf(context, contents, nameOf(contents, asked.subject), asked);
    },
    'labels.print': ({ withCodes, ...asked }) =>
      printLabels(context, contentsOf(asked), {
        look: asked,
        withCodes,
        action: 'labels.print',
        what: asked.subject === 'box' ? ['box label', 'box labels'] : ['label', 'labels'],
        devices: asked.deviceIds,
      }),
    'labels.printTest': () => {
      const test = { field: 'purpose', text: 'Test label', shown: 'Test label', isWhole: true };
      return printLabels(context, [{ name: 'RESEAL TEST', code: 'RESEAL-TEST', lines: [test] }], {
        look: {},
        withCodes: true,
        action: 'labels.printTest',
        what: ['test label', 'test labels'],
        devices: [],
      });
    },
    'labels.badge': async ({ initials, format, withCodes }) => {
      const { labelFile } = await import('./labelFile.ts');
      const now = readSettings(settings);
      const { content } = await labelFile([badgeContentOf(initials, now.labName)], {
        ...chosenLook({ code: 'both' }, now),
        format,
        withCodes,
        createdAt: ports.clock.now(),
      });
      return paperFile(`${fileNameOf(initials)}-badge`, format, content);
    },
  };
}

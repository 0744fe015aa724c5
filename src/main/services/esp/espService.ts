import type { EspHandlers, ReadPages } from '../../../shared/api/contract/esp.ts';
import { judgePages } from '../../../shared/esp/judgePages.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { listStatusPages } from '../../graph/resources/statusPages.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';
import { forPerson } from '../tenants/graphFailure.ts';

/** The status pages of a tenant. They are read when a person asks, kept for when nobody can, and never changed. */
export function createEspService({
  audit,
  connections,
  esp,
  publish,
  store,
  tenants,
  who,
}: ServiceContext): EspHandlers {
  function kept(tenantId: string): ReadPages {
    const reading = esp.get(tenantId);
    const flowMinutes = esp.minutesOf(tenantId);
    if (reading === null) return { readAt: null, isWhole: false, pages: [], flowMinutes };
    const { readAt, isWhole, rows } = reading;
    const judged = judgePages(rows, esp.queue(tenantId), isWhole);
    return { readAt, isWhole, pages: judged.map((one) => ({ ...one, findings: [...one.findings] })), flowMinutes };
  }

  /** What a page says is part of what a device shows. */
  function tell(): void {
    publish('tenants.changed');
    publish('devices.changed');
  }

  return {
    'esp.list': ({ tenantId }) => kept(tenantId),
    'esp.read': ({ tenantId }) =>
      forPerson(async (signal) => {
        const { client } = await connections.connectionTo(tenantId);
        const { rows, isWhole } = await listStatusPages(client, signal);
        store.write(() => esp.keep(tenantId, rows, isWhole));
        tell();
        return kept(tenantId);
      }),
    'esp.setFlowMinutes': ({ tenantId, flowMinutes }) => {
      store.write(() => {
        esp.setMinutes(tenantId, flowMinutes);
        const time = flowMinutes === null ? 'what is usual' : neutralFormatter.count(flowMinutes, 'minute', 'minutes');
        const sentence = `A technician flow of ${tenantNameOf(tenants, tenantId)} may take ${time}.`;
        audit.add({ who: who(), action: 'esp.setFlowMinutes', sentence, tenants: [tenantId] });
      });
      tell();
      return { flowMinutes };
    },
  };
}

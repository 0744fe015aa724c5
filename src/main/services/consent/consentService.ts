import { AppError } from '../../../shared/outcome/appError.ts';
import type { ConsentHandlers } from '../../../shared/api/contract/consent.ts';
import {
  consentChecklists,
  consentSteps,
  nextConsents,
  type Consent,
  type ConsentState,
  type ConsentWay,
} from '../../../shared/consent/consent.ts';
import { consentStateWords, consentWayWords } from '../../../shared/consent/consentWords.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';

/** Whether a customer has agreed that somebody else registers its devices: until it is verified, nothing of it is registered. */
export function createConsentService(context: ServiceContext): ConsentHandlers {
  const { audit, checklists, consents, outbox, ports, publish, store, tenants, who } = context;

  /** The checklist of the consent says the same: what the state settles is ticked, the rest is open. */
  function tickChecklist(tenantId: string, way: ConsentWay, state: ConsentState, at: string): void {
    const settled = new Set(consentSteps[way][state]);
    for (const itemId of consentSteps[way].verified ?? []) {
      const mark = { itemId, state: settled.has(itemId) ? ('done' as const) : ('open' as const) };
      checklists.markForTenant(tenantId, consentChecklists[way], { ...mark, note: null, by: who(), at });
    }
  }

  return {
    'consent.get': ({ tenantId }) => consents.of(tenantId),
    'consent.record': ({ tenantId, state, way: wanted, link }) => {
      const before = consents.of(tenantId);
      if (!nextConsents(before.state).includes(state)) {
        throw new AppError(
          'conflict',
          `The consent is “${consentStateWords[before.state]}” and cannot become “${consentStateWords[state]}”.`,
          {
            remedy: `It can become ${nextConsents(before.state)
              .map((one) => `“${consentStateWords[one]}”`)
              .join(', ')}.`,
          },
        );
      }
      const way = wanted ?? before.way;
      if (way === null) {
        throw new AppError('invalid-input', 'It is not said who needs the consent.', {
          remedy: 'Say whether a partner or the maker registers the devices.',
          fields: [{ field: 'way', message: 'A partner, or the maker.' }],
        });
      }
      const at = ports.clock.now().toISOString();
      const after: Consent = {
        state,
        way,
        link: link === undefined || link === '' ? before.link : link,
        changedAt: at,
        changedBy: who(),
        verifiedAt: state === 'verified' ? at : before.verifiedAt,
        verifiedBy: state === 'verified' ? who() : before.verifiedBy,
      };
      store.write(() => {
        consents.save(tenantId, after);
        tickChecklist(tenantId, way, state, at);
        audit.add({
          who: who(),
          action: 'consent.record',
          devices: [],
          tenants: [tenantId],
          sentence: `Consent of ${tenantNameOf(tenants, tenantId)} for ${consentWayWords[way]}: ${consentStateWords[state]}.`,
        });
      });
      publish('tenants.changed');
      publish('checklists.changed');
      outbox.wake();
      return after;
    },
  };
}

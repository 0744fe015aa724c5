import afterwardsAndReports from '../../../resources/knowledge/afterwards-and-reports.json' with { type: 'json' };
import codesAndApps from '../../../resources/knowledge/codes-and-apps.json' with { type: 'json' };
import devicePreparation from '../../../resources/knowledge/device-preparation.json' with { type: 'json' };
import events from '../../../resources/knowledge/events.json' with { type: 'json' };
import hybrid from '../../../resources/knowledge/hybrid.json' with { type: 'json' };
import pages from '../../../resources/knowledge/pages.json' with { type: 'json' };
import profileAndSetup from '../../../resources/knowledge/profile-and-setup.json' with { type: 'json' };
import registration from '../../../resources/knowledge/registration.json' with { type: 'json' };
import technicianFlow from '../../../resources/knowledge/technician-flow.json' with { type: 'json' };
import tpm from '../../../resources/knowledge/tpm.json' with { type: 'json' };
import { readEntries, sourcePages, type Knowledge } from './entry.ts';

/** Loaded by `loadKnowledge` alone: no start of the program waits for it. */
export const allKnowledge: Knowledge = {
  entries: [
    afterwardsAndReports,
    codesAndApps,
    devicePreparation,
    events,
    hybrid,
    profileAndSetup,
    registration,
    technicianFlow,
    tpm,
  ].flatMap((file) => readEntries(file)),
  pages: sourcePages.parse(pages),
};

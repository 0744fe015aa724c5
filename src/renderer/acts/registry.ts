import { pageActs } from '../app/pageActs.tsx';
import { assignmentActs } from '../features/assignment/assignmentActs.tsx';
import { attachmentActs } from '../features/attachments/attachmentActs.tsx';
import { benchActs } from '../features/bench/benchActs.tsx';
import { manyBenchActs } from '../features/bench/manyActs.ts';
import { boardActs } from '../features/boards/boardActs.tsx';
import { checklistActs } from '../features/checklists/checklistActs.tsx';
import { consentActs } from '../features/consent/consentActs.tsx';
import { deviceActs } from '../features/devices/deviceActs.tsx';
import { espActs } from '../features/esp/espActs.tsx';
import { exportActs } from '../features/exports/exportActs.ts';
import { groupActs } from '../features/groups/groupActs.tsx';
import { handoverActs } from '../features/handover/handoverActs.tsx';
import { identifierActs } from '../features/identifiers/identifierActs.tsx';
import { jobActs } from '../features/jobs/jobActs.tsx';
import { labelActs } from '../features/labels/labelActs.tsx';
import { preflightActs } from '../features/preflight/preflightActs.tsx';
import { preparationActs } from '../features/preparation/preparationActs.tsx';
import { profileActs } from '../features/profiles/profileActs.tsx';
import { profileJsonActs } from '../features/profileJson/profileJsonActs.tsx';
import { registrationActs } from '../features/registration/registrationActs.ts';
import { reportActs } from '../features/reports/reportActs.tsx';
import { erasureActs } from '../features/erasure/erasureActs.tsx';
import { removalActs } from '../features/removal/removalActs.tsx';
import { collectActs } from '../features/scans/collect/collectActs.ts';
import { scanActs } from '../features/scans/scanActs.ts';
import { scenarioActs } from '../features/scenarios/scenarioActs.tsx';
import { shelfActs } from '../features/shelves/shelfActs.tsx';
import { tenantActs } from '../features/tenants/tenantActs.tsx';
import { trackingActs } from '../features/tracking/trackingActs.tsx';
import type { Act } from './act.ts';

/** Every act of the page. Menus, bars and the palette show them in this order. */
export const allActs: readonly Act[] = [
  ...assignmentActs,
  ...scenarioActs,
  ...labelActs,
  ...exportActs,
  ...reportActs,
  ...handoverActs,
  ...trackingActs,
  ...groupActs,
  ...identifierActs,
  ...registrationActs,
  ...benchActs,
  ...shelfActs,
  ...attachmentActs,
  ...manyBenchActs,
  ...checklistActs,
  ...consentActs,
  ...removalActs,
  ...boardActs,
  ...preflightActs,
  ...deviceActs,
  ...erasureActs,
  ...jobActs,
  ...tenantActs,
  ...profileActs,
  ...profileJsonActs,
  ...espActs,
  ...preparationActs,
  ...scanActs,
  ...collectActs,
  ...pageActs,
];

import { espFindingWords } from '../esp/espFinding.ts';
import { preparationFindingWords } from '../preparation/preparationFinding.ts';
import { profileFindingWords } from '../profiles/profileFinding.ts';
import { scenarioTitles } from '../scenarios/scenarioWords.ts';
import type { Catalogue } from '../words/catalogue.ts';
import type { PreflightFinding } from './preflightFinding.ts';
import type { TenantAnswer } from './tenantQuestion.ts';

type TenantFinding = Extract<PreflightFinding, { readonly code: `tenant.${string}` }>;

export const answerWords: Readonly<Record<TenantAnswer, string>> = { yes: 'Yes', no: 'No', notKnown: 'Not known' };

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** What was found of a tenant. */
export const tenantFound: Catalogue<TenantFinding> = {
  'tenant.otherCloud': () => 'The tenant is in a cloud that has no Windows Autopilot.',
  'tenant.profilesNotRead': () => 'The deployment profiles have not been read in whole.',
  'tenant.profileMissing': ({ scenario }) => `No profile for “${scenarioTitles[scenario]}” is assigned to anybody.`,
  'tenant.profileThere': ({ scenario, names }) => `For “${scenarioTitles[scenario]}” there is ${listed(names)}.`,
  'tenant.profileLook': ({ profile, of }) => `Profile “${profile}”: ${profileFindingWords(of)}`,
  'tenant.pagesNotRead': () => 'The Enrollment Status Pages have not been read in whole.',
  'tenant.pageMissing': () => 'No Enrollment Status Page that shows progress reaches a device.',
  'tenant.pageThere': ({ names }) => `Status pages that show progress: ${listed(names)}.`,
  'tenant.pageLook': ({ page, of }) => `Status page “${page}”: ${espFindingWords(of)}`,
  'tenant.policiesNotRead': () => 'The policies of device preparation have not been read in whole.',
  'tenant.policyMissing': () => 'There is no policy of device preparation.',
  'tenant.policyThere': ({ names, clear }) =>
    `Policies of device preparation: ${listed(names)}. Without anything to look at: ${clear}.`,
  'tenant.policyLook': ({ policy, of }) => `Policy “${policy}”: ${preparationFindingWords(of)}`,
  'tenant.asked': ({ asks, answer }) => (answer === 'notKnown' ? asks : `${asks} ${answerWords[answer]}.`),
};

/** What fails because of it. */
export const tenantWithout: Catalogue<TenantFinding> = {
  'tenant.otherCloud': () => 'No device can be registered with its hash; device preparation may work there.',
  'tenant.profilesNotRead': () => 'Whether devices get a profile shows only at the bench. Read the tenant first.',
  'tenant.profileMissing': () => 'Devices of this scenario get no profile, and show the usual first setup.',
  'tenant.profileThere': () => 'Whether a device is in its group shows with the device.',
  'tenant.profileLook': () => 'Devices with this profile may do something else than is wanted.',
  'tenant.pagesNotRead': () =>
    'How long a flow may take, and whether it waits for apps, is not known. Read the tenant first.',
  'tenant.pageMissing': () => 'Reseal appears before apps and settings are there; pre-provisioning needs such a page.',
  'tenant.pageThere': () => 'Whether a device gets it depends on its groups.',
  'tenant.pageLook': () => 'The flow may end too early, or without its apps.',
  'tenant.policiesNotRead': () => 'Whether device preparation is set up is not known. Read the tenant first.',
  'tenant.policyMissing': () => 'Device preparation does not begin.',
  'tenant.policyThere': () => 'Whose devices get it depends on the group of their user.',
  'tenant.policyLook': () => 'Device preparation may fail, or leave parts out.',
  'tenant.asked': ({ answer, without }) =>
    answer === 'yes'
      ? 'Nothing: it is in order, as somebody said.'
      : answer === 'no'
        ? without
        : `Where it is not so: ${without}`,
};

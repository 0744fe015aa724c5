import type { PreflightHandlers } from '../../../shared/api/contract/preflight.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { citedPages } from '../../../shared/preflight/citedPages.ts';
import { judgeTenant } from '../../../shared/preflight/judgeTenant.ts';
import { shippedQuestions } from '../../../shared/preflight/shippedQuestions.ts';
import { questionsFor } from '../../../shared/preflight/tenantQuestion.ts';
import { verdictsOf } from '../../../shared/preflight/verdicts.ts';
import { createEspService } from '../esp/espService.ts';
import { createPreparationService } from '../preparation/preparationService.ts';
import { createProfilesService } from '../profiles/profilesService.ts';
import type { ServiceContext } from '../serviceContext.ts';

type TenantHandlers = Pick<PreflightHandlers, 'preflight.tenant' | 'preflight.readTenant'>;

/** How a tenant is set up: by what can be read of it, and by what somebody who knows it answers. */
export function createTenantPreflight(context: ServiceContext): TenantHandlers {
  const profiles = createProfilesService(context);
  const esp = createEspService(context);
  const preparation = createPreparationService(context);

  return {
    'preflight.tenant': async ({ tenantId, answers, ...choice }) => {
      const tenant = context.tenants.get(tenantId);
      if (tenant === null) throw new AppError('not-found', 'There is no such customer.');
      const questions = questionsFor(shippedQuestions, choice);
      const known = {
        cloud: tenant.cloud,
        profiles: await profiles['profiles.list']({ tenantId }),
        pages: await esp['esp.list']({ tenantId }),
        policies: await preparation['preparation.list']({ tenantId }),
        questions,
        answers: new Map(answers.map(({ question, answer }) => [question, answer])),
      };
      const findings = [...judgeTenant(known, choice, citedPages)];
      const verdicts = verdictsOf(findings).filter(
        ({ scenario }) => choice.scenario === undefined || scenario === choice.scenario,
      );
      return { questions: [...questions], findings, verdicts: [...verdicts] };
    },
    'preflight.readTenant': async ({ tenantId }) => {
      const readings = [
        { part: 'profiles' as const, read: () => profiles['profiles.read']({ tenantId }) },
        { part: 'pages' as const, read: () => esp['esp.read']({ tenantId }) },
        { part: 'policies' as const, read: () => preparation['preparation.read']({ tenantId }) },
      ];
      const unread: { part: (typeof readings)[number]['part']; message: string }[] = [];
      for (const { part, read } of readings) {
        try {
          await read();
        } catch (error) {
          // What one account may not read leaves the rest readable, and stays not known.
          if (!(error instanceof AppError)) throw error;
          unread.push({ part, message: error.message });
        }
      }
      return { unread };
    },
  };
}

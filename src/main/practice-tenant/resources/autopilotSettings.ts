import { z } from 'zod';
import { startSync } from '../lifecycle/synchronisation.ts';
import { answerEntity } from '../protocol/collection.ts';
import {
  PracticeError,
  isoTimeOrNever,
  noContent,
  type PracticeAnswer,
  type GraphRequest,
} from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { betaOnly, type Route } from '../protocol/routes.ts';
import type { Tenant } from '../tenant.ts';
import { readServiceConfig, writeServiceConfig } from './scopes.ts';

const PATH = 'deviceManagement/windowsAutopilotSettings';

/** The synchronisation with Windows Autopilot, and its ten minutes between two of them. */
export function autopilotSettingsRoutes(tenant: Tenant): readonly Route[] {
  const { settings } = tenant.state;

  function get(request: GraphRequest): PracticeAnswer {
    return answerEntity(request, PATH, {
      id: settings.text('tenantId'),
      lastSyncDateTime: isoTimeOrNever(settings.number('lastSyncAt')),
      lastManualSyncTriggerDateTime: isoTimeOrNever(settings.number('lastManualSyncAt')),
      syncStatus: settings.text('syncStatus') ?? 'unknown',
    });
  }

  function sync(request: GraphRequest): PracticeAnswer {
    readBody(request, z.strictObject({}));
    switch (startSync(tenant, tenant.clock.now())) {
      case 'running':
        throw new PracticeError(409, 'Conflict', 'A sync is already in progress');
      case 'tooSoon':
        throw new PracticeError(429, 'TooManyRequests', 'A sync was requested less than 10 minutes ago');
      case null:
        return noContent;
    }
  }

  return [
    {
      method: 'GET',
      pattern: `/${PATH}`,
      versions: betaOnly,
      service: 'enrollment',
      scopes: readServiceConfig,
      handle: get,
    },
    {
      method: 'POST',
      pattern: `/${PATH}/sync`,
      versions: betaOnly,
      service: 'enrollment',
      scopes: writeServiceConfig,
      handle: sync,
    },
  ];
}

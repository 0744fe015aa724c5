import { z } from 'zod';
import { answerCollection, answerEntity } from '../protocol/collection.ts';
import { PracticeError, type PracticeAnswer, type GraphRequest, type JsonObject } from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { bothVersions, type Route } from '../protocol/routes.ts';
import { searchRows } from '../protocol/search.ts';
import type { UserRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';
import { readSelf, readUsers } from './scopes.ts';

const PAGE_SIZE = 100;
const FILTERS = [
  'eq userPrincipalName',
  'eq displayName',
  'eq mail',
  'eq accountEnabled',
  'startswith displayName',
  'startswith userPrincipalName',
  'startswith mail',
];

/** What Graph sends of a user when nothing is selected. */
const DEFAULT_SELECT =
  'businessPhones,displayName,givenName,jobTitle,mail,mobilePhone,officeLocation,preferredLanguage,surname,userPrincipalName,id';

/** Users by id or UPN; without `$select`, only the few properties that Graph gives by default. */
export function userRoutes(tenant: Tenant): readonly Route[] {
  const { users, settings } = tenant.state;

  function list(request: GraphRequest): PracticeAnswer {
    refuseMoreThanBasics(request);
    const rows = searchRows(request, users.all().map(userBody));
    return answerCollection(
      withDefaultSelect(request),
      { path: 'users', pageSize: PAGE_SIZE, filters: FILTERS, refusesLargeTop: true },
      rows,
    );
  }

  function get(request: GraphRequest, [key = '']: readonly string[]): PracticeAnswer {
    refuseMoreThanBasics(request);
    const user = findUser(key);
    return answerEntity(withDefaultSelect(request), 'users', userBody(user));
  }

  function me(request: GraphRequest): PracticeAnswer {
    const { userId } = request.caller;
    if (userId === null)
      throw new PracticeError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
    return answerEntity(withDefaultSelect(request), 'users', userBody(findUser(userId)));
  }

  /** Nobody here holds a role of the directory: the technician has one of Intune's own, as in most tenants. */
  function checkMemberObjects(request: GraphRequest): PracticeAnswer {
    me(request);
    readBody(request, memberObjects);
    return {
      status: 200,
      body: { '@odata.context': `${request.root}/$metadata#Collection(Edm.String)`, value: [] },
    };
  }

  function findUser(key: string): UserRow {
    const wanted = key.toLowerCase();
    const user = users.find(key) ?? users.all().find((row) => row.userPrincipalName.toLowerCase() === wanted);
    if (!user) {
      throw new PracticeError(
        404,
        'Request_ResourceNotFound',
        `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
      );
    }
    return user;
  }

  function userBody(row: UserRow): JsonObject {
    return {
      businessPhones: [],
      displayName: row.displayName,
      givenName: row.givenName,
      jobTitle: row.jobTitle,
      mail: row.userPrincipalName,
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: null,
      surname: row.surname,
      userPrincipalName: row.userPrincipalName,
      id: row.id,
      accountEnabled: row.isEnabled === 1,
      department: row.department,
      usageLocation: 'NL',
      userType: 'Member',
      assignedLicenses: row.isLicensed === 1 ? [{ disabledPlans: [], skuId: settings.text('tenantId') }] : [],
      assignedPlans:
        row.isLicensed === 1
          ? [
              {
                assignedDateTime: '2026-01-05T08:00:00Z',
                capabilityStatus: 'Enabled',
                service: 'SCO',
                servicePlanId: INTUNE_PLAN_ID,
              },
            ]
          : [],
    };
  }

  const shared = { method: 'GET', versions: bothVersions, service: 'directory' } as const;
  return [
    { ...shared, pattern: '/me', scopes: readSelf, handle: me },
    { ...shared, method: 'POST', pattern: '/me/checkMemberObjects', scopes: readSelf, handle: checkMemberObjects },
    { ...shared, pattern: '/users', scopes: readUsers, handle: list },
    { ...shared, pattern: '/users/*', scopes: readUsers, handle: get },
  ];
}

const memberObjects = z.strictObject({ ids: z.array(z.string()).max(20) });

/** What `User.ReadBasic.All` shows of other people. */
const BASICS = ['displayName', 'givenName', 'id', 'mail', 'photo', 'surname', 'userPrincipalName'];

/** More than the basics of other people wants `User.Read.All` or the like. */
function refuseMoreThanBasics({ query, caller }: GraphRequest): void {
  const mayReadAll = caller.scopes === null || caller.scopes.some((scope) => readAllOfUsers.includes(scope));
  const asked = (query.get('$select') ?? '').split(',').map((name) => name.trim());
  if (mayReadAll || asked.every((name) => name === '' || BASICS.includes(name))) return;
  throw new PracticeError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

const readAllOfUsers = ['user.read.all', 'directory.read.all'];

/** Service plan INTUNE_A of Microsoft's list of licensing service plans. */
const INTUNE_PLAN_ID = 'c1ec4a95-1f05-45b3-a911-aa3fa01094f5';

function withDefaultSelect(request: GraphRequest): GraphRequest {
  if (request.query.has('$select')) return request;
  const query = new URLSearchParams(request.query);
  query.set('$select', DEFAULT_SELECT);
  return { ...request, query };
}

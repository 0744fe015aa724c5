import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import {
  operationOf,
  readOpenApi,
  type GraphVersion,
  type JsonSchema,
  type OpenApiDocument,
  type OpenApiOperation,
} from './openApiDocument.ts';
import { unknownProperties } from './unknownProperties.ts';

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  readonly version: GraphVersion;
  readonly method: string;
  /** Below the version, still percent-encoded, without the query: `/users/ada`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly requestBody: unknown;
  /** null where none came. */
  readonly answer: { readonly status: number; readonly body: unknown } | null;
}

export interface OpenApiValidator {
  /** What of an exchange Microsoft's documents do not allow; empty means that it conforms. */
  readonly violationsOf: (exchange: Exchange) => readonly string[];
  /** `GET /users/{user-id}` for every operation of a version that the practice tenant serves. */
  readonly operations: (version: GraphVersion) => readonly string[];
  /** The operation of an exchange, or `null` when the documents have none. */
  readonly operationNameOf: (exchange: Pick<Exchange, 'version' | 'method' | 'path'>) => string | null;
}

/** Query options that appear in nextLinks only. */
const undescribedOptions: readonly string[] = ['$skiptoken'];

export function createOpenApiValidator(): OpenApiValidator {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { base64url: true } });
  addFormats(ajv);
  const documents = { 'v1.0': readOpenApi('v1.0', 'all'), beta: readOpenApi('beta', 'all') };
  for (const version of ['v1.0', 'beta'] as const) {
    const { schemas } = documents[version].components;
    ajv.addSchema({ $id: idOf(version), components: { schemas: toJsonSchema(schemas, idOf(version)) } });
  }
  const compiled = new WeakMap<JsonSchema, ValidateFunction>();
  // A schema is compiled once only if it is the same object every time.
  const operations = new Map<string, OpenApiOperation | null>();

  function schemaErrors(version: GraphVersion, schema: JsonSchema, value: unknown, where: string): readonly string[] {
    let validate = compiled.get(schema);
    if (!validate) {
      const translated = toJsonSchema(schema, idOf(version));
      validate = ajv.compile(isObject(translated) ? translated : {});
      compiled.set(schema, validate);
    }
    validate(value);
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${where}${instancePath} ${message ?? 'is wrong'}`,
    );
  }

  function find(
    version: GraphVersion,
    method: string,
    path: string,
  ): { readonly template: string; readonly operation: OpenApiOperation | null } | null {
    for (const [template, pathItem] of Object.entries(documents[version].paths)) {
      if (!matches(template, path)) continue;
      const name = `${version} ${method} ${template}`;
      const operation = operations.get(name) ?? operationOf(pathItem, method);
      operations.set(name, operation);
      return { template, operation };
    }
    return null;
  }

  function violationsOf(exchange: Exchange): readonly string[] {
    const { version, method, path } = exchange;
    const found = find(version, method, path);
    const label = `${version} ${method} ${path}`;
    if (!found) return [`${label}: no such path`];
    if (!found.operation) return [`${label}: no such method`];
    const document = documents[version];
    return [
      ...queryViolations(document, found.operation, exchange.query),
      ...requestViolations(document, found.operation, exchange),
      ...responseViolations(document, found.operation, exchange),
    ].map((violation) => `${label}: ${violation}`);
  }

  function requestViolations(
    document: OpenApiDocument,
    operation: OpenApiOperation,
    exchange: Exchange,
  ): readonly string[] {
    const { requestBody, version } = exchange;
    const described = resolveReference(operation.requestBody, document.components.requestBodies);
    const schema = described?.content?.['application/json']?.schema;
    if (!schema)
      return requestBody === undefined || isEmptyObject(requestBody) ? [] : ['sends a body where none belongs'];
    if (requestBody === undefined) return described.required === true ? ['sends no body'] : [];
    return [
      ...schemaErrors(version, schema, requestBody, 'request'),
      ...unknownProperties(document, schema, requestBody).map((name) => `request has the unknown property ${name}`),
    ];
  }

  function responseViolations(
    document: OpenApiDocument,
    operation: OpenApiOperation,
    exchange: Exchange,
  ): readonly string[] {
    const { answer, version } = exchange;
    if (answer === null) return [];
    const { status, body } = answer;
    const described = responseFor(operation, status);
    const schema = resolveReference(described, document.components.responses)?.content?.['application/json']?.schema;
    // Some actions answer 200 without a body where the page says 204 (microsoft-graph-docs#11620).
    if (!schema) return body === undefined ? [] : ['answers with a body where none belongs'];
    if (body === undefined) return ['answers without a body'];
    return [
      ...schemaErrors(version, schema, body, 'answer'),
      ...unknownProperties(document, schema, body).map((name) => `answer has the unknown property ${name}`),
    ];
  }

  return {
    violationsOf,
    operations: (version) =>
      Object.entries(readOpenApi(version, 'autopilot').paths).flatMap(([template, pathItem]) =>
        ['get', 'post', 'delete', 'patch', 'put']
          .filter((method) => method in pathItem)
          .map((method) => `${method.toUpperCase()} ${template}`),
      ),
    operationNameOf({ version, method, path }) {
      const found = find(version, method, path);
      return found?.operation ? `${method} ${found.template}` : null;
    },
  };
}

function queryViolations(
  document: OpenApiDocument,
  operation: OpenApiOperation,
  query: URLSearchParams,
): readonly string[] {
  const known = operation.parameters.map(
    (parameter) => resolveReference(parameter, document.components.parameters)?.name,
  );
  return [...query.keys()]
    .filter((name) => !known.includes(name) && !undescribedOptions.includes(name))
    .map((name) => `asks with the unknown option ${name}`);
}

/** The exact status, its class, any other success (a 200 for a documented 201), or the default. */
function responseFor(operation: OpenApiOperation, status: number): OpenApiOperation['responses'][string] | undefined {
  const { responses } = operation;
  const success = Object.keys(responses).find((key) => key.startsWith('2'));
  return (
    responses[String(status)] ??
    responses[`${String(status).charAt(0)}XX`] ??
    responses[(status < 300 && success) || 'default']
  );
}

function matches(template: string, path: string): boolean {
  const wanted = template.split('/');
  // `/users('ada')` and `/devices(deviceId='x')` are other ways of writing a key.
  const given = path.replace(/\((?:\w+=)?'[^']*(?:''[^']*)*'\)/g, '/key').split('/');
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith('{') || part === given[index]);
}

function resolveReference<Value extends object>(
  value: (Value & { readonly $ref?: string | undefined }) | undefined,
  components: Readonly<Record<string, Value>>,
): Value | undefined {
  if (value?.$ref === undefined) return value;
  return components[value.$ref.split('/').at(-1) ?? ''];
}

const idOf = (version: GraphVersion): string => `https://openapi.invalid/${version}`;

/** OpenAPI 3.0 into JSON Schema: `nullable` becomes a type or an alternative, references become absolute. */
function toJsonSchema(value: unknown, id: string): unknown {
  if (Array.isArray(value)) return value.map((item) => toJsonSchema(item, id));
  if (!isObject(value)) return value;
  const { nullable, $ref, ...rest } = value;
  if (typeof $ref === 'string') return { $ref: `${id}${$ref}` };
  const schema = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, toJsonSchema(item, id)]));
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmptyObject(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const schemaObject = z.record(z.string(), z.unknown());

const content = z.looseObject({ 'application/json': z.looseObject({ schema: schemaObject }).optional() });
const response = z.looseObject({ $ref: z.string().optional(), content: content.optional() });
const operation = z.looseObject({
  parameters: z
    .array(z.looseObject({ $ref: z.string().optional(), name: z.string().optional(), in: z.string().optional() }))
    .default([]),
  requestBody: z
    .looseObject({ $ref: z.string().optional(), required: z.boolean().optional(), content: content.optional() })
    .optional(),
  responses: z.record(z.string(), response),
});

const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({
    schemas: z.record(z.string(), schemaObject),
    parameters: z.record(z.string(), z.looseObject({ name: z.string() })),
    responses: z.record(z.string(), response),
    requestBodies: z.record(
      z.string(),
      z.looseObject({ required: z.boolean().optional(), content: content.optional() }),
    ),
  }),
});

export type JsonSchema = Readonly<Record<string, unknown>>;
export type OpenApiDocument = z.infer<typeof documentSchema>;
export type OpenApiOperation = z.infer<typeof operation>;
export type GraphVersion = 'v1.0' | 'beta';

const FOLDER = resolve('../shared/graph');

/** `all`: everything that Reseal may ask for; `autopilot`: what the practice tenant serves in full. */
type OpenApiCut = 'all' | 'autopilot';

const fileOf = (version: GraphVersion, cut: OpenApiCut): string => resolve(FOLDER, `openapi-${cut}.${version}.json`);
const files = (['all', 'autopilot'] as const).flatMap((cut) => [fileOf('v1.0', cut), fileOf('beta', cut)]);

/** Why conformance cannot be checked here, or `null` where it can. */
export const whyNoOpenApi: string | null = files.every((file) => existsSync(file))
  ? null
  : `Microsoft's OpenAPI documents are not at ${FOLDER}.`;

export function readOpenApi(version: GraphVersion, cut: OpenApiCut): OpenApiDocument {
  return documentSchema.parse(JSON.parse(readFileSync(fileOf(version, cut), 'utf8')));
}

/** Operations by method of a path item, without what describes all of them. */
export function operationOf(pathItem: Readonly<Record<string, unknown>>, method: string): OpenApiOperation | null {
  const found = pathItem[method.toLowerCase()];
  return found === undefined ? null : operation.parse(found);
}

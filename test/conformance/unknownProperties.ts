import type { JsonSchema, OpenApiDocument } from './openApiDocument.ts';

/**
 * Paths of properties that a schema does not name. The documents allow extra properties, so a misspelt one would pass
 * their validation. An object that names its type, perhaps a derived one, is held to that; one that the documents do not
 * describe may have any.
 */
export function unknownProperties(
  document: OpenApiDocument,
  schema: JsonSchema,
  value: unknown,
  where = '',
): readonly string[] {
  if (Array.isArray(value)) {
    const [items] = variantsOf(document, schema)
      .map((variant) => variant['items'])
      .filter(isObject);
    return items ? value.flatMap((item, index) => unknownProperties(document, items, item, `${where}[${index}]`)) : [];
  }
  if (!isObject(value)) return [];
  const known = new Map<string, JsonSchema>();
  for (const variant of variantsOf(document, namedType(document, value) ?? schema)) {
    if (!isObject(variant['properties'])) continue;
    for (const [name, property] of Object.entries(variant['properties']))
      if (isObject(property)) known.set(name, property);
  }
  if (known.size === 0) return [];
  return Object.entries(value).flatMap(([name, property]) => {
    if (name.startsWith('@odata.')) return [];
    const described = known.get(name);
    return described ? unknownProperties(document, described, property, `${where}.${name}`) : [`${where}.${name}`];
  });
}

/** The schema of the type that an object says it is, empty where the documents lack it; null where it says nothing. */
function namedType(document: OpenApiDocument, value: JsonSchema): JsonSchema | null {
  const name = value['@odata.type'];
  return typeof name === 'string' ? (document.components.schemas[name.replace('#', '')] ?? {}) : null;
}

/** The schema itself and all that it is composed of. */
function variantsOf(document: OpenApiDocument, schema: JsonSchema): readonly JsonSchema[] {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const target = document.components.schemas[reference.split('/').at(-1) ?? ''];
    return target ? variantsOf(document, target) : [];
  }
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => {
    const list = schema[key];
    return Array.isArray(list) ? list.filter(isObject) : [];
  });
  return [schema, ...parts.flatMap((part) => variantsOf(document, part))];
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

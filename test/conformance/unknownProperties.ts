import type { JsonSchema, OpenApiDocument } from './openApiDocument.ts';

/**
 * Paths of properties that a schema does not name. The documents allow extra properties, so a misspelt one would pass
 * their validation. An object that names a type of its own is a derived one, and may have more.
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
  if (!isObject(value) || '@odata.type' in value) return [];
  const known = new Map<string, JsonSchema>();
  for (const variant of variantsOf(document, schema)) {
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

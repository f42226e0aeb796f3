import type { OpenAPIObject } from '@nestjs/swagger';

/** The values of enums, by the name of their schema. */
export type EnumNames = Readonly<Record<string, readonly string[]>>;

type Node = Record<string, unknown>;

/** Members whose content is not a schema: a value in them may have any keys. */
const VALUES = new Set(['default', 'example', 'examples', 'const']);

/**
 * Replaces inline enums by references to schemas with names, so that generated clients have one type for each. An enum with null
 * becomes one of two types: most generators cannot read null as a value of an enum. A schema without values gets those of its name.
 * An enum with a default stays inline: many readers ignore what is beside a reference.
 *
 * @throws Error when the document has another schema of the name
 */
export function nameEnums(document: OpenAPIObject, names: EnumNames): void {
  const byValues = new Map(Object.entries(names).map(([name, values]) => [JSON.stringify(values), name]));
  const schemas = (document.components?.schemas ?? {}) as Record<string, Node>;
  const used = new Set<string>();
  const visit = (node: unknown): void => {
    for (const [key, child] of childrenOf(node)) {
      if (!VALUES.has(key)) {
        visit(child);
      }
    }
    if (isNode(node) && Array.isArray(node.enum) && !('default' in node)) {
      replaceEnum(node, (values) => {
        const name = byValues.get(JSON.stringify(values));
        if (name === undefined) {
          return undefined;
        }
        used.add(name);
        return { $ref: `#/components/schemas/${name}` };
      });
    }
  };
  visit(document.paths);
  // Schemas that are enums already have a name.
  Object.values(schemas)
    .filter((schema) => !('enum' in schema))
    .forEach(visit);
  for (const [name, values] of Object.entries(names)) {
    const given = schemas[name];
    if (given && !isEmptyEnum(given)) {
      throw new Error(`The document has two schemas with the name ${name}`);
    }
    if (given ?? used.has(name)) {
      schemas[name] = { type: 'string', enum: [...values] };
    }
  }
}

function isEmptyEnum(schema: Node): boolean {
  return Array.isArray(schema.enum) && schema.enum.length === 0;
}

function childrenOf(node: unknown): [string, unknown][] {
  return typeof node === 'object' && node !== null ? Object.entries(node) : [];
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function replaceEnum(node: Node, referenceTo: (values: unknown[]) => Node | undefined): void {
  const all = node.enum as unknown[];
  const values = all.filter((value) => value !== null);
  const reference = referenceTo(values);
  if (!reference && values.length === all.length) {
    return;
  }
  delete node.enum;
  delete node.type;
  if (values.length < all.length) {
    node.anyOf = [reference ?? { type: 'string', enum: values }, { type: 'null' }];
  } else if (Object.keys(node).length > 0) {
    node.allOf = [reference];
  } else {
    Object.assign(node, reference);
  }
}

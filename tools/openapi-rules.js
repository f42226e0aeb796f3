// Rules of the OpenAPI document that make it good input for generators of clients. tools/lint-openapi.js applies them.

/** Members whose content is not a schema: a value in them may have any keys. */
const VALUES = new Set(['default', 'example', 'examples', 'const']);
const BOUNDED_FORMATS = new Set(['uuid', 'date-time']);
const TEXT = /json$|^text\/|ndjson$/;

/** Every schema of the document with its JSON pointer, also those inside of others. */
function* schemasOf(node, pointer) {
  if (typeof node !== 'object' || node === null) {
    return;
  }
  if (['type', 'enum', 'oneOf', 'anyOf', 'allOf'].some((key) => key in node)) {
    yield { schema: node, pointer };
  }
  for (const [key, child] of Object.entries(node)) {
    if (!VALUES.has(key)) {
      yield* schemasOf(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
  }
}

function allSchemas({ paths, components = {} }) {
  return [
    ...schemasOf(paths, '#/paths'),
    ...schemasOf(components.schemas, '#/components/schemas'),
    ...schemasOf(components.headers, '#/components/headers'),
  ];
}

function operationsOf({ paths }) {
  return Object.values(paths)
    .flatMap((item) => Object.values(item))
    .filter((operation) => operation.responses !== undefined);
}

const hasType = (schema, type) => [schema.type].flat().includes(type);

const isNamed = (pointer) => /^#\/components\/schemas\/[^/]+$/.test(pointer);

/** The codes of an operation's problems are some of ProblemCode, which has the name. */
const isCodeOfProblem = (pointer) => /\/responses\/\d+\/content\/.*\/allOf\/1\/properties\/code$/.test(pointer);

function* inlineEnums(document) {
  const places = new Map();
  for (const { schema, pointer } of allSchemas(document)) {
    // An enum with a default stays inline.
    const isOfInterest = !isCodeOfProblem(pointer) && !('default' in schema);
    if (Array.isArray(schema.enum) && schema.enum.length > 1 && isOfInterest) {
      const values = JSON.stringify(schema.enum);
      places.set(values, [...(places.get(values) ?? []), pointer]);
    }
  }
  for (const [values, pointers] of places) {
    if (pointers.length > 1 && pointers.some((pointer) => !isNamed(pointer))) {
      yield `The enum ${values} is written ${pointers.length} times: name it in src/api-enums.ts (${pointers.join(', ')})`;
    }
  }
}

function* enumsWithNull(document) {
  for (const { schema, pointer } of allSchemas(document)) {
    if (schema.enum?.includes(null)) {
      yield `${pointer} has null as a value of its enum: write anyOf with the type null`;
    }
  }
}

function* emptyEnums(document) {
  for (const { schema, pointer } of allSchemas(document)) {
    if (schema.enum?.length === 0) {
      yield `${pointer} is an enum without values`;
    }
  }
}

function* integersWithoutBounds(document) {
  for (const { schema, pointer } of allSchemas(document)) {
    if (hasType(schema, 'integer') && (schema.minimum === undefined || schema.maximum === undefined)) {
      yield `${pointer} is an integer without minimum and maximum`;
    }
  }
}

function isBounded({ $ref, allOf, enum: values, format, type, maxLength, maxItems, maximum }) {
  const bound = { string: maxLength, array: maxItems, integer: maximum, boolean: true }[type];
  return ($ref ?? allOf ?? values ?? bound) !== undefined || BOUNDED_FORMATS.has(format);
}

function* parametersWithoutBounds(document) {
  for (const { operationId, parameters = [] } of operationsOf(document)) {
    for (const { name, schema } of parameters) {
      if (!isBounded(schema)) {
        yield `The parameter ${name} of ${operationId} has no bound`;
      }
    }
  }
}

function* listsWithoutCommas(document) {
  for (const { operationId, parameters = [] } of operationsOf(document)) {
    for (const { name, schema, style, explode } of parameters) {
      if (schema.type === 'array' && (style !== 'form' || explode !== false)) {
        yield `The list ${name} of ${operationId} must have the style form without explode`;
      }
    }
  }
}

/** The keys that an object of the schema always has. */
function requiredOf({ components }, { $ref }) {
  return new Set(components.schemas[$ref?.split('/').at(-1)]?.required ?? []);
}

/** A client tells the variants apart by a discriminator, or by a required key that only one has. */
function* unclearUnions(document) {
  for (const { schema, pointer } of allSchemas(document)) {
    const { oneOf, discriminator } = schema;
    if (oneOf?.some(({ $ref }) => $ref !== undefined) && discriminator === undefined) {
      const keys = oneOf.map((variant) => requiredOf(document, variant));
      const isOwn = (key, index) => keys.every((others, other) => other === index || !others.has(key));
      if (!keys.every((own, index) => [...own].some((key) => isOwn(key, index)))) {
        yield `${pointer} has variants that nothing tells apart: give it a discriminator`;
      }
    }
  }
}

const HEADERS = { 401: ['WWW-Authenticate'], 308: ['Location'], 429: ['Retry-After'], 503: ['Retry-After'] };

function* answersWithoutHeaders(document) {
  for (const { operationId, responses } of operationsOf(document)) {
    for (const [status, { headers = {} }] of Object.entries(responses)) {
      for (const name of ['X-Request-Id', ...(HEADERS[status] ?? [])].filter((header) => !(header in headers))) {
        yield `The answer ${status} of ${operationId} lacks the header ${name}`;
      }
    }
  }
}

function* problemsWithoutCodes(document) {
  for (const { operationId, responses } of operationsOf(document)) {
    for (const [status, { content = {} }] of Object.entries(responses)) {
      const schema = content['application/problem+json']?.schema;
      if (schema && !schema.allOf?.[1]?.properties?.code?.enum?.length) {
        yield `The problem ${status} of ${operationId} has no list of codes`;
      }
    }
  }
}

function* bytesWithoutFormat(document) {
  for (const { operationId, responses } of operationsOf(document)) {
    for (const [status, { content = {} }] of Object.entries(responses)) {
      for (const [type, { schema }] of Object.entries(content)) {
        if (!TEXT.test(type) && schema?.format !== 'binary') {
          yield `The content ${type} of ${operationId} ${status} must have the format binary`;
        }
      }
    }
  }
}

const RULES = [
  inlineEnums,
  enumsWithNull,
  emptyEnums,
  integersWithoutBounds,
  parametersWithoutBounds,
  listsWithoutCommas,
  unclearUnions,
  answersWithoutHeaders,
  problemsWithoutCodes,
  bytesWithoutFormat,
];

/** One sentence for each place of the document that breaks a rule. */
export function violationsOf(document) {
  return RULES.flatMap((rule) => [...rule(document)]);
}

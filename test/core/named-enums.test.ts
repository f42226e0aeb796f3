import type { OpenAPIObject } from '@nestjs/swagger';
import { nameEnums } from '../../src/core/openapi/named-enums.js';

const COLORS = ['red', 'green'];
const REFERENCE = { $ref: '#/components/schemas/Color' };

function documentWith(schemas: Record<string, object>): OpenAPIObject {
  return { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {}, components: { schemas } };
}

/** The schemas after the naming, as plain data. */
function named(schemas: Record<string, object>): unknown {
  const document = documentWith(structuredClone(schemas));
  nameEnums(document, { Color: COLORS });
  return document.components?.schemas;
}

const withProperty = (property: object): Record<string, object> => ({
  Thing: { type: 'object', properties: { property } },
});

describe('An enum with a name', () => {
  it('becomes a reference, and keeps what else is said of the property', () => {
    const inline = { type: 'string', enum: COLORS };
    expect(named(withProperty(inline))).toEqual({
      ...withProperty(REFERENCE),
      Color: { type: 'string', enum: COLORS },
    });
    expect(named(withProperty({ ...inline, example: 'red' }))).toMatchObject(
      withProperty({ example: 'red', allOf: [REFERENCE] }),
    );
    expect(named(withProperty({ type: 'array', items: inline }))).toMatchObject(
      withProperty({ type: 'array', items: REFERENCE }),
    );
  });

  it('stays inline when it has a default', () => {
    const chosen = { type: 'string', enum: COLORS, default: 'red' };
    expect(named(withProperty(chosen))).toEqual(withProperty(chosen));
  });

  it('becomes one of two types when it has null', () => {
    expect(named(withProperty({ type: ['string', 'null'], enum: [...COLORS, null] }))).toMatchObject(
      withProperty({ anyOf: [REFERENCE, { type: 'null' }] }),
    );
  });

  it('gets its values where its schema has none', () => {
    expect(named({ Color: { type: 'string', enum: [] } })).toEqual({ Color: { type: 'string', enum: COLORS } });
  });

  it('is not a schema of the document when nothing refers to it', () => {
    expect(named(withProperty({ type: 'string' }))).toEqual(withProperty({ type: 'string' }));
  });

  it('cannot have the name of another schema', () => {
    expect(() => named({ Color: { type: 'object' } })).toThrow('two schemas with the name Color');
  });
});

describe('An enum without a name', () => {
  it('stays where it is, but for null', () => {
    const other = { type: 'string', enum: ['small'] };
    expect(named(withProperty(other))).toEqual(withProperty(other));
    expect(named(withProperty({ type: ['string', 'null'], enum: ['small', null] }))).toEqual(
      withProperty({ anyOf: [other, { type: 'null' }] }),
    );
  });

  it('is not looked for in examples', () => {
    const property = { type: 'object', example: { enum: COLORS } };
    expect(named(withProperty(property))).toEqual(withProperty(property));
  });
});

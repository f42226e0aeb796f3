import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiProperty } from '@nestjs/swagger';
import { Access } from '../../src/access/access.decorator.js';
import { AccessModule } from '../../src/access/access.module.js';
import { Contract } from '../../src/contracts/contract.js';
import { CONTRACTS } from '../../src/contracts/contracts.js';
import { readConfig } from '../../src/core/config/config.js';
import { CoreModule } from '../../src/core/core.module.js';
import { buildDocument, documentBase } from '../../src/core/openapi/document.js';
import { noContent, Operation } from '../../src/core/openapi/operation.js';
import { NotFound } from '../../src/core/problems/common.problems.js';
import { type ErrorFormat, ErrorFormats, PROBLEM_DETAILS } from '../../src/core/problems/error-format.js';
import { Problem } from '../../src/core/problems/problem.js';
import { RefusalsModule } from '../../src/modules/audit/refusals.module.js';
import { createTestDatabase, type TestDatabase } from '../support/database/template.js';

/** As SCIM writes errors (RFC 7644, section 3.12): the status is a string. */
class ScimErrorDto {
  @ApiProperty({ example: '404' })
  status: string;
}

const SCIM_ERRORS: ErrorFormat = {
  mediaType: 'application/scim+json',
  schema: ScimErrorDto,
  render: ({ type }) => ({ status: String(type.status) }),
};

const SCIM = new Contract({ prefix: 'scim/v2', organization: undefined, errors: SCIM_ERRORS });

@Controller(SCIM.path('Users'))
class ScimController {
  @Get()
  @Access({ caller: 'anyone' })
  @Operation({ id: 'listScimUsers', summary: 'List users', returns: noContent(), problems: [NotFound] })
  list(): void {
    throw new Problem(NotFound);
  }
}

@Controller('other')
class OtherController {
  @Get()
  @Access({ caller: 'anyone' })
  @Operation({ id: 'listOthers', summary: 'List others', returns: noContent(), problems: [NotFound] })
  list(): void {
    throw new Problem(NotFound);
  }
}

let database: TestDatabase;
let app: NestExpressApplication;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...database.variables });
  const formats = new ErrorFormats([...CONTRACTS, SCIM]);

  @Module({
    imports: [CoreModule.configured(config, formats), AccessModule, RefusalsModule],
    controllers: [ScimController, OtherController],
  })
  class SixContracts {}

  app = await NestFactory.create<NestExpressApplication>(SixContracts, { logger: false, abortOnError: false });
  await app.listen(0, '127.0.0.1');
  url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
});

afterAll(async () => {
  await app.close();
  await database.remove();
});

describe('A contract with an error format of its own', () => {
  it('answers its errors in this format', async () => {
    const response = await fetch(`${url}/scim/v2/Users`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch(/^application\/scim\+json/);
    expect(await response.json()).toEqual({ status: '404' });
  });

  it('answers unknown paths below its prefix in this format', async () => {
    const response = await fetch(`${url}/scim/v2/Unknown`);
    expect([response.status, await response.json()]).toEqual([404, { status: '404' }]);
  });

  it('leaves all other paths to problem details', async () => {
    for (const path of ['/other', '/scim/v22', '/scim']) {
      const response = await fetch(url + path);
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(await response.json()).toMatchObject({ status: 404 });
    }
  });

  it('is documented with this format', () => {
    const { paths } = buildDocument(app, documentBase('1', '').build(), {});
    const contentOf = (path: string): unknown => (paths[path]?.get?.responses['404'] as { content: unknown }).content;
    expect(contentOf('/scim/v2/Users')).toEqual({
      'application/scim+json': { schema: { $ref: '#/components/schemas/ScimErrorDto' } },
    });
    expect(contentOf('/other')).toMatchObject({ 'application/problem+json': {} });
  });
});

describe('The error format of a path', () => {
  it('is that of the contract with the longest prefix', () => {
    const formats = new ErrorFormats([SCIM, new Contract({ prefix: 'scim', organization: undefined })]);
    expect(formats.of('/scim/v2/Users')).toBe(SCIM_ERRORS);
    expect(formats.of('/scim/v2')).toBe(SCIM_ERRORS);
    expect(formats.of('/scim/v1')).toBe(PROBLEM_DETAILS);
  });
});

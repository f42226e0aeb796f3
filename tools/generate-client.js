// Writes the types of the client from the OpenAPI document: node tools/generate-client.js [--check] [file or URL of the document]
// Without a document, it takes that of the build in dist/: no network and no database is needed. With --check, nothing is written;
// it fails when the written types differ.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const TARGET = 'clients/typescript/src/schema.ts';
const HEAD = '// Written by `npm run client` from the OpenAPI document. Do not edit.\n\n';

async function readDocument(source) {
  if (source === undefined) {
    return documentOfBuild();
  }
  if (/^https?:/.test(source)) {
    return (await fetch(source)).json();
  }
  return JSON.parse(await readFile(source, 'utf8'));
}

/** The document of the application as it is built, with the settings of a first start. */
async function documentOfBuild() {
  const { describeApi } = await import('../dist/api-document.js');
  const { bootstrap } = await import('../dist/bootstrap.js');
  const { readConfig } = await import('../dist/core/config/config.js');
  const dataDir = mkdtempSync(join(tmpdir(), 'atrium-document-'));
  try {
    const app = await bootstrap(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }));
    // What is served is JSON: without undefined members, and without classes.
    const document = JSON.parse(JSON.stringify(describeApi(app)));
    await app.close();
    return document;
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

/** The client sends `x-org` itself, so that a call does not need to name it. */
function withoutRequiredOrganization(document) {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  for (const parameter of operations.flatMap(({ parameters = [] }) => parameters)) {
    if (parameter.in === 'header' && parameter.name === 'x-org') {
      parameter.required = false;
    }
  }
  return document;
}

async function typesOf(document) {
  const nodes = await openapiTS(withoutRequiredOrganization(document), {
    alphabetize: true,
    // A key with a default can be omitted in a body. Answers name what they always have.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    transform: ({ format }) =>
      format === 'binary' ? ts.factory.createTypeReferenceNode(ts.factory.createIdentifier('Blob')) : undefined,
  });
  return HEAD + astToString(nodes);
}

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true });
const types = await typesOf(await readDocument(positionals[0]));
if (!values.check) {
  await writeFile(TARGET, types);
} else if ((await readFile(TARGET, 'utf8')) !== types) {
  console.error(`${TARGET} differs from the OpenAPI document: npm run client writes it again`);
  process.exitCode = 1;
}

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Response } from 'supertest';

interface Header {
  required?: boolean;
}

interface Reference {
  $ref: string;
}

interface Documented {
  content?: Record<string, { schema: object }>;
  headers?: Record<string, Header | Reference>;
}

interface Operation {
  responses: Record<string, Documented>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: {
    headers: Record<string, Header>;
    schemas: Record<string, { type?: string; properties?: object; additionalProperties?: unknown }>;
  };
}

interface Route {
  readonly pattern: RegExp;
  readonly path: string;
}

/** The served OpenAPI document, as a judge of responses. A key the document does not name is an error. */
export class OpenApi {
  /** Of this worker: every application serves the same document, but for its own address. */
  private static shared: OpenApi | undefined;
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<object, ValidateFunction>();
  private readonly routes: Route[];

  constructor(readonly document: Document) {
    formats.default(this.ajv);
    for (const schema of Object.values(document.components.schemas)) {
      if (schema.properties && schema.additionalProperties === undefined) {
        schema.additionalProperties = false;
      }
    }
    this.ajv.addSchema(document, 'openapi');
    // Literal segments win over parameters, as they do in the router.
    this.routes = Object.keys(document.paths)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`) }));
  }

  static async load(baseUrl: string): Promise<OpenApi> {
    if (!OpenApi.shared) {
      const response = await fetch(`${baseUrl}/openapi.json`);
      OpenApi.shared ??= new OpenApi((await response.json()) as Document);
    }
    return OpenApi.shared;
  }

  /** @throws Error when the document does not describe such a response */
  check(method: string, url: string, response: Response): void {
    const [path = ''] = url.split('?', 1);
    const route = this.routes.find(({ pattern }) => pattern.test(path));
    const operation = route && this.document.paths[route.path]?.[method];
    if (!operation) {
      if (path.startsWith('/api/')) {
        this.validate({ $ref: '#/components/schemas/ProblemDto' }, response, `${method} ${path}`);
      }
      return;
    }
    this.checkOperation(operation, response, `${method.toUpperCase()} ${route.path} ${String(response.status)}`);
  }

  private checkOperation(operation: Operation, response: Response, name: string): void {
    const documented = operation.responses[String(response.status)];
    if (!documented) {
      throw new Error(`${name} is not documented: ${response.text}`);
    }
    for (const [header, description] of Object.entries(documented.headers ?? {})) {
      if (this.headerOf(description).required && response.headers[header.toLowerCase()] === undefined) {
        throw new Error(`${name} lacks the header ${header}`);
      }
    }
    const [type = ''] = (response.headers['content-type'] ?? '').split(';');
    const content = documented.content?.[type] ?? documented.content?.['*/*'];
    if (content && 'format' in content.schema && content.schema.format === 'binary') {
      return;
    }
    if (content) {
      this.validate(content.schema, response, name);
    } else if (documented.content ?? response.text) {
      throw new Error(`${name} is documented without the type ${type}`);
    }
  }

  private headerOf(description: Header | Reference): Header {
    const name = '$ref' in description ? description.$ref.replace('#/components/headers/', '') : undefined;
    return name === undefined ? (description as Header) : (this.document.components.headers[name] ?? {});
  }

  private validate(schema: object, response: Response, name: string): void {
    let validator = this.validators.get(schema);
    if (!validator) {
      validator = this.ajv.compile(absolute(schema));
      this.validators.set(schema, validator);
    }
    // Text is not parsed.
    const answered: unknown = /^text\/|ndjson$/.test(response.type) ? response.text : response.body;
    if (!validator(answered)) {
      throw new Error(`${name} differs from the document: ${this.ajv.errorsText(validator.errors)}\n${response.text}`);
    }
  }
}

/** References inside the document must name it once a part is compiled on its own. */
function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as object;
}

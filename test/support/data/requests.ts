import type { Response } from 'supertest';
import type { Client, Method } from '../clients/client.js';
import type { OpenApi } from '../clients/openapi.js';
import type { Belongings, Kind } from './belongings.js';

/** Which thing a path parameter names, by the segment before it and its own name. */
const IN_PATHS: Readonly<Record<string, Kind>> = {
  'orgs/{slug}': 'slug',
  'members/{id}': 'membership',
  'members/{user}': 'user',
  'member/{userID}': 'appUser',
  'user/{userID}': 'appUser',
  'users/{user}': 'user',
  'service-accounts/{id}': 'serviceAccount',
  'api-keys/{id}': 'apiKey',
  'teams/{team}': 'team',
  'roles/{role}': 'role',
  'project/{projectID}': 'project',
  'artifact/{artifactID}': 'artifact',
  'integrations/{integrationID}': 'integration',
  'invitations/{id}': 'invitation',
  'logins/{loginId}': 'login',
  'sessions/{session}': 'login',
  'trusted-devices/{trustedDeviceId}': 'trustedDevice',
  'passkeys/{id}': 'passkey',
  'emails/{email}': 'email',
};

/** Which thing a key of a body names. */
const IN_BODIES: Readonly<Record<string, Kind>> = {
  organization: 'slug',
  organizationId: 'organization',
  account_id: 'account',
  memberId: 'membership',
  roleId: 'role',
  defaultRoleId: 'role',
  serviceAccountId: 'serviceAccount',
  user_id: 'appUser',
};

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly format?: string;
  readonly minimum?: number;
}

/** A request that the OpenAPI document describes, with everything in it but the things it is about. */
export class DescribedRequest {
  /** Kinds of the path's parameters, from left to right. */
  readonly inPath: readonly Kind[];
  /** Kinds that the body can name. */
  readonly inBody: readonly Kind[];

  constructor(
    private readonly openapi: OpenApi,
    readonly method: Method,
    readonly path: string,
  ) {
    this.inPath = [...path.matchAll(/([^/]+\/\{\w+\})/g)].map(([place]) => kindAt(place, path));
    this.inBody = Object.keys(this.properties()).flatMap((key) => IN_BODIES[key] ?? []);
  }

  get name(): string {
    return `${this.method.toUpperCase()} ${this.path}`;
  }

  /** @param inPath what to call the things of the path, from left to right. @param inBody likewise those of the body */
  send(client: Client, inPath: readonly string[], inBody: Belongings): Promise<Response> {
    const names = inPath.map(encodeURIComponent).values();
    const path = this.path.replace(/\{\w+\}/g, () => String(names.next().value));
    return client.send(this.method, path, this.body(inBody));
  }

  private body(things: Belongings): object | undefined {
    const properties = Object.entries(this.properties());
    return properties.length === 0
      ? undefined
      : Object.fromEntries(
          properties.map(([key, schema]) => [key, IN_BODIES[key] ? things[IN_BODIES[key]] : this.exampleOf(schema)]),
        );
  }

  private properties(): Readonly<Record<string, Schema>> {
    const operation = this.openapi.document.paths[this.path]?.[this.method] as
      { requestBody?: { content: Record<string, { schema: Schema }> } } | undefined;
    const schema = operation?.requestBody?.content['application/json']?.schema;
    return schema ? (this.resolve(schema).properties ?? {}) : {};
  }

  private exampleOf(schema: Schema): unknown {
    const { example, enum: values, type, properties, items, format, minimum = 1 } = this.resolve(schema);
    if (example !== undefined) {
      return example;
    }
    if (properties) {
      return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, this.exampleOf(value)]));
    }
    const byType: Record<string, unknown> = {
      integer: minimum,
      number: minimum,
      boolean: true,
      array: items ? [this.exampleOf(items)] : [],
      object: {},
      string: format === 'date-time' ? '2030-01-01T00:00:00.000Z' : 'Example text',
    };
    return values?.[0] ?? byType[[type].flat()[0] as string];
  }

  private resolve(schema: Schema): Schema {
    const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
    const name = reference?.split('/').at(-1);
    return name === undefined ? schema : (this.openapi.document.components.schemas[name] as Schema);
  }
}

function kindAt(place: string | undefined, path: string): Kind {
  const kind = IN_PATHS[place ?? ''];
  if (!kind) {
    throw new Error(`Say in IN_PATHS what ${place} names in ${path}`);
  }
  return kind;
}

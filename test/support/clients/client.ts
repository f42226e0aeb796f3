import { Agent } from 'node:http';
import supertest, { type Response } from 'supertest';
import { PASSWORD } from '../data/factory.js';
import type { OpenApi } from './openapi.js';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Opens a connection for each request. */
const NEW_CONNECTIONS = new Agent({ keepAlive: false });

/** Calls the API as one caller, and checks every answer against the served OpenAPI document. */
export class Client {
  constructor(
    private readonly baseUrl: string,
    private readonly openapi: OpenApi,
    private readonly headers: Readonly<Record<string, string>> = {},
    /** Keeps connections only to a server that never closes an idle one: a request on a connection that was closed fails. */
    private readonly agent = NEW_CONNECTIONS,
  ) {}

  /** The same caller with another header; `undefined` takes it away. */
  with(name: string, value: string | undefined): Client {
    const { [name]: _replaced, ...others } = this.headers;
    const headers = value === undefined ? others : { ...others, [name]: value };
    return new Client(this.baseUrl, this.openapi, headers, this.agent);
  }

  withToken(token: string): Client {
    return this.with('authorization', `Bearer ${token}`);
  }

  /** Signs in with e-mail and password. @returns a client with the new session */
  async logIn(email: string, password = PASSWORD): Promise<Client> {
    const { status, body, text } = await this.post('/api/v1/auth/login', { email, password });
    if (status !== 200) {
      throw new Error(`${email} cannot sign in: ${text}`);
    }
    return this.withToken(body.token);
  }

  /** The same caller as a browser calls: the token in the session cookie. */
  get byCookie(): Client {
    return this.with('authorization', undefined).with('cookie', `session=${this.token}`);
  }

  /** The same caller in the named organization. */
  inOrganization(slugOrId: string): Client {
    return this.with('x-org', slugOrId);
  }

  /** The bare token of the `Authorization` header. */
  get token(): string {
    return (this.headers.authorization ?? '').replace('Bearer ', '');
  }

  get(path: string): Promise<Response> {
    return this.send('get', path);
  }

  post(path: string, body?: unknown): Promise<Response> {
    return this.send('post', path, body);
  }

  put(path: string, body?: unknown): Promise<Response> {
    return this.send('put', path, body);
  }

  patch(path: string, body?: unknown): Promise<Response> {
    return this.send('patch', path, body);
  }

  delete(path: string): Promise<Response> {
    return this.send('delete', path);
  }

  /** Strings and buffers go out as they are, for what no well-behaved client sends. */
  async send(method: Method, path: string, body?: unknown): Promise<Response> {
    const request = supertest(this.baseUrl)[method](path).agent(this.agent).set(this.headers);
    if (Buffer.isBuffer(body)) {
      // Otherwise superagent writes the bytes out as JSON.
      request.serialize((bytes) => bytes as string);
    }
    const response = await (body === undefined ? request : request.send(body as object));
    this.openapi.check(method, path, response);
    return response;
  }
}

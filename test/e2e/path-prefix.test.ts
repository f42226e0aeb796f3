import { TestApp } from '../support/app/app.js';
import { formOf } from '../support/clients/uploads.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import { plain } from '../support/data/pictures.js';
import { PrefixProxy } from '../support/network/prefix-proxy.js';
import { Authenticator } from '../support/second-factors/authenticator.js';
import { registerPasskey } from '../support/second-factors/passkeys.js';

let secure: TestApp;

beforeAll(async () => {
  secure = await TestApp.start({ PUBLIC_URL: 'https://host.example/atrium/' });
});

afterAll(() => secure.stop());

describe.each(['/atrium', '/teams/atrium-1.0', '/%C3%BC'])('A service below %s, which a proxy takes off', (prefix) => {
  let proxy: PrefixProxy;
  let app: TestApp;
  let organization: Organization;
  let sasha: Person;
  let authorization: string;

  beforeAll(async () => {
    proxy = await PrefixProxy.start(prefix);
    app = await TestApp.start({ PUBLIC_URL: proxy.url });
    proxy.target = app.baseUrl;
    organization = await app.factory.organization();
    sasha = await app.factory.person();
    await app.factory.membership(sasha, organization, { role: 'OrganizationAdmin', isPrimary: true });
    authorization = `Bearer ${(await app.steppedUp(sasha)).token}`;
  });

  afterAll(async () => {
    await app.stop();
    await proxy.stop();
  });

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${proxy.url}${path}`, { headers, redirect: 'manual' });

  /** The status of what a link on a page leads to. */
  const follow = async (page: string, link: string): Promise<number> => (await fetch(new URL(link, page))).status;

  it('names its path in the OpenAPI document, and answers there', async () => {
    const document = (await (await get('/openapi.json')).json()) as {
      servers: { url: string }[];
      info: { description: string };
    };
    expect(document.servers.map(({ url }) => url)).toEqual([prefix]);
    const base = new URL(`${prefix}/api/v1/me`, proxy.url);
    expect((await fetch(base, { headers: { authorization } })).status).toBe(200);
    const [, help = ''] = /\]\((\/[^)]*problems)\)/.exec(document.info.description) ?? [];
    expect(await follow(`${proxy.url}/docs`, help)).toBe(200);
  });

  it('serves Swagger UI with all that it loads', async () => {
    const answer = await fetch(`${proxy.url}/docs`);
    const html = await answer.text();
    const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = '']) => link);
    expect(loaded.length).toBeGreaterThan(3);
    for (const link of loaded) {
      expect([link, await follow(answer.url, link)]).toEqual([link, 200]);
    }
  });

  it('gives problems a type and an instance that lead there', async () => {
    const answer = await get('/api/v1/me?x=1');
    const { type, instance } = (await answer.json()) as { type: string; instance: string };
    expect({ type, instance }).toEqual({
      type: `${proxy.url}/problems/unauthenticated`,
      instance: `${prefix}/api/v1/me`,
    });
    expect(await follow(answer.url, type)).toBe(200);
    expect(await follow(answer.url, instance)).toBe(401);
  });

  it('links the pages about problems with each other', async () => {
    for (const page of ['/problems', '/problems/not_found']) {
      const answer = await get(page);
      const [, link = ''] = /<a href="([^"]+)"/.exec(await answer.text()) ?? [];
      expect([page, link.startsWith(`${prefix}/problems`), await follow(answer.url, link)]).toEqual([page, true, 200]);
    }
  });

  it('redirects to where an organization is', async () => {
    const answer = await get(`/api/v1/orgs/${organization.id}`, { authorization });
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toBe(`${prefix}/api/v1/orgs/${organization.slug}`);
    const followed = await fetch(new URL(answer.headers.get('location') ?? '', answer.url), {
      headers: { authorization },
    });
    expect(followed.status).toBe(200);
  });

  it('gives a picture an address that leads to it', async () => {
    const { type, body } = formOf({
      name: 'avatar',
      filename: 'avatar.png',
      type: 'image/png',
      content: await plain(8, 8).png().toBuffer(),
    });
    const uploaded = await fetch(`${proxy.url}/api/v1/user/avatar`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body: new Uint8Array(body),
    });
    const text = await uploaded.text();
    expect({ status: uploaded.status, text }).toEqual({ status: 200, text });
    const { avatarUrl } = JSON.parse(text) as { avatarUrl: string };
    expect(avatarUrl.startsWith(`${proxy.url}/avatars/`)).toBe(true);
    expect((await fetch(avatarUrl)).headers.get('content-type')).toBe('image/webp');
  });

  it('mails links below the path', async () => {
    await fetch(`${proxy.url}/api/v1/auth/password/forgot`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: sasha.email }),
    });
    const { link } = await app.mails.waitFor({ to: sasha.email });
    expect(`${link.origin}${link.pathname}`).toBe(`${proxy.url}/console/reset-password`);
  });

  it('sets cookies that the browser sends there alone, and that work', async () => {
    const answer = await fetch(`${proxy.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: sasha.email, password: PASSWORD }),
    });
    const cookies = answer.headers.getSetCookie();
    expect(cookies.map((cookie) => /; Path=([^;]+)/.exec(cookie)?.[1])).toEqual([prefix, prefix]);
    const cookie = cookies.map((one) => one.split(';', 1)[0]).join('; ');
    expect((await get('/api/v1/me', { cookie })).status).toBe(200);
    const out = await fetch(`${proxy.url}/api/v1/auth/logout`, {
      method: 'POST',
      headers: { cookie, origin: new URL(proxy.url).origin },
    });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()).toEqual([expect.stringContaining(`Path=${prefix};`)]);
    // The origin is not the service's alone.
    expect(out.headers.has('clear-site-data')).toBe(false);
  });

  it('registers passkeys of the origin', async () => {
    await registerPasskey(await app.steppedUp(sasha), new Authenticator(new URL(proxy.url).origin));
  });
});

describe('With TLS below a path', () => {
  it('cookies are __Secure- cookies of the path, which __Host- cannot be', async () => {
    const { email } = await secure.factory.person();
    const { headers } = await secure.anonymous.post('/api/v1/auth/login', { email, password: PASSWORD });
    const cookies = [headers['set-cookie']].flat().map(String);
    expect(cookies.map((cookie) => cookie.split('=', 1)[0])).toEqual(['__Secure-device', '__Secure-session']);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Path=\/atrium; .*HttpOnly; Secure; SameSite=Lax/);
    }
  });
});

import { type AtriumOptions, createAtrium } from '@atrium/client';
import { SessionToken } from '../../src/access/session-token.js';
import { TestApp } from '../support/app/app.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import { plain } from '../support/data/pictures.js';

const LIVE = '/health/live';

/** A client whose requests are answered in turn; an error is a failure of the network. */
function clientOf(answers: readonly (Response | Error)[], options: AtriumOptions = {}) {
  const requests: Request[] = [];
  const fetch = (request: Request): Promise<Response> => {
    const answer = answers[requests.push(request) - 1] ?? new Error('This request is one too many');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { atrium: createAtrium({ baseUrl: 'http://localhost', ...options, fetch }), requests };
}

const alive = (): Response => Response.json({ status: 'ok' });

const refused = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  Response.json({ code, status, detail: 'Refused' }, { status, headers });

const unavailable = (seconds: number): Response => refused(503, 'unavailable', { 'retry-after': String(seconds) });

describe('A GET', () => {
  it('is sent again after a 503 and after a failure of the network', async () => {
    const { atrium, requests } = clientOf([unavailable(0), new TypeError('fetch failed'), alive()]);
    await expect(atrium.get(LIVE)).resolves.toEqual({ status: 'ok' });
    expect(requests).toHaveLength(3);
  });

  it('fails after two further attempts, or after as many as the option says', async () => {
    const answers = [0, 1, 2, 3].map(() => unavailable(0));
    const { atrium, requests } = clientOf(answers);
    await expect(atrium.get(LIVE)).rejects.toMatchObject({ code: 'unavailable' });
    expect(requests).toHaveLength(3);
    const once = clientOf([unavailable(0)], { retries: 0 });
    await expect(once.atrium.get(LIVE)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('fails at once when it must wait for long, and when a further attempt would not help', async () => {
    for (const answer of [unavailable(60), refused(404, 'not_found'), new Error('A fault of the program')]) {
      const { atrium, requests } = clientOf([answer]);
      await expect(atrium.get(LIVE)).rejects.toBeInstanceOf(Error);
      expect(requests).toHaveLength(1);
    }
  });

  it('does not wait on when its signal ends', async () => {
    const controller = new AbortController();
    const { atrium } = clientOf([unavailable(9)]);
    const call = atrium.get(LIVE, { signal: controller.signal });
    const reason = new Error('The page was left');
    setImmediate(() => {
      controller.abort(reason);
    });
    await expect(call).rejects.toBe(reason);
  });
});

describe('A write', () => {
  it('is sent once: its effect may have happened', async () => {
    for (const answer of [unavailable(0), new TypeError('fetch failed')]) {
      const { atrium, requests } = clientOf([answer]);
      await expect(atrium.post('/api/v1/auth/logout')).rejects.toBeInstanceOf(Error);
      expect(requests).toHaveLength(1);
    }
  });
});

describe('With a running application', () => {
  let app: TestApp;
  let sasha: Person;
  let aurora: Organization;
  let token: string;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  beforeEach(async () => {
    sasha = await app.factory.person();
    aurora = await app.factory.organization();
    await app.factory.membership(sasha, aurora, { appRole: 'AppAdmin', role: 'OrganizationAdmin', isPrimary: true });
    token = app.nest.get(SessionToken).sign(await app.factory.login(sasha));
  });

  afterAll(() => app.stop());

  const rename = (atrium: ReturnType<typeof createAtrium>, name: string) =>
    atrium.patch('/api/v1/orgs/{slug}', { params: { path: { slug: aurora.slug } }, body: { name } });

  it('a call that needs a step-up is sent again after it, and calls share one step-up', async () => {
    let stepUps = 0;
    const atrium = createAtrium({
      baseUrl: app.baseUrl,
      token: () => token,
      onStepUpRequired: async ({ methods }) => {
        stepUps += 1;
        expect(methods).toEqual(['password']);
        const body = { method: 'password', password: PASSWORD } as const;
        ({ token } = await atrium.post('/api/v1/auth/step-up', { body }));
      },
    });
    const renamed = await rename(atrium, 'Aurora');
    expect(renamed.name).toBe('Aurora');
    expect(stepUps).toBe(1);
  });

  it('calls that need a step-up at the same time share one', async () => {
    let stepUps = 0;
    const problem = (): Response => refused(401, 'step_up_required');
    const { atrium, requests } = clientOf([problem(), problem(), alive(), alive()], {
      onStepUpRequired: async () => {
        stepUps += 1;
        await new Promise(setImmediate);
      },
    });
    await Promise.all([atrium.get(LIVE), atrium.get(LIVE)]);
    expect({ stepUps, requests: requests.length }).toEqual({ stepUps: 1, requests: 4 });
  });

  it('a call fails with the error of the step-up, and with the second refusal', async () => {
    const cancelled = new Error('The dialog was closed');
    const problem = (): Response => refused(401, 'step_up_required');
    const rejecting = clientOf([problem()], { onStepUpRequired: () => Promise.reject(cancelled) });
    await expect(rejecting.atrium.get(LIVE)).rejects.toBe(cancelled);
    const useless = clientOf([problem(), problem()], { onStepUpRequired: () => Promise.resolve() });
    await expect(useless.atrium.get(LIVE)).rejects.toMatchObject({ code: 'step_up_required' });
    await expect(rename(createAtrium({ baseUrl: app.baseUrl, token }), 'Aurora')).rejects.toMatchObject({
      code: 'step_up_required',
      methods: ['password'],
    });
  });

  it('a file is sent as a form, with its progress', async () => {
    const avatar = new Blob([new Uint8Array(await plain(10, 10).png().toBuffer())]);
    const reports: number[] = [];
    const atrium = createAtrium({ baseUrl: app.baseUrl, token });
    const { avatarUrl } = await atrium.post('/api/v1/user/avatar', {
      body: { avatar },
      onProgress: ({ sent, total }) => reports.push(sent / total),
    });
    expect(reports).toEqual([0, 1]);
    const picture = await fetch(avatarUrl ?? '');
    expect(picture.headers.get('content-type')).toBe('image/webp');
  });
});

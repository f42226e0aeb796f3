// A program of a user of the package: consumer.test.ts compiles it in a folder of its own, and runs it.
import { type AppRole, AtriumProblem, createAtrium, type ProblemCode, type Progress } from '@atrium/client';

interface Settings {
  readonly baseUrl: string;
  readonly email: string;
  readonly password: string;
  readonly organization: string;
}

/** What the program learned from each contract. */
export async function drive({ baseUrl, email, password, organization }: Settings): Promise<Record<string, unknown>> {
  const visitor = createAtrium({ baseUrl });
  const result = await visitor.post('/api/v1/auth/login', { body: { email, password } });
  if (result.status === 'mfa_required') {
    throw new Error(`A second factor is needed: ${result.methods.join()}`);
  }
  const atrium = createAtrium({ baseUrl, token: result.token, organization });

  const account = await atrium.patch('/api/v1/user', { body: { displayName: 'Consumer' } });
  const members: { displayName: string; appRole: AppRole }[] = await atrium.account.members
    .list({ limit: 1 })
    .toArray();

  const project = await atrium.post('/api/v1/app/project', { body: { name: 'Consumer project' } });
  const reports: Progress[] = [];
  const artifact = await atrium.post('/api/v1/app/project/{projectID}/artifact', {
    params: { path: { projectID: project.id } },
    body: { file: new Blob(['bytes'], { type: 'application/octet-stream' }) },
    onProgress: (report) => reports.push(report),
  });
  const content: Blob = await atrium.get('/api/v1/app/project/{projectID}/artifact/{artifactID}/content', {
    params: { path: { projectID: project.id, artifactID: artifact.id } },
  });
  const users: string[] = [];
  for await (const user of atrium.app.users.list({ page_size: 1, state: ['Active'] })) {
    users.push(user.email);
  }

  const profile = await atrium.get('/api/me');

  const me = await atrium.get('/api/v1/me');
  const identity = 'user' in me ? me.user.email : undefined;
  const teams = await atrium.directory.teams.list().toArray();
  const missing = await atrium
    .get('/api/v1/org/teams/{team}', { params: { path: { team: '01890000-0000-7000-8000-000000000000' } } })
    .catch(codeOf);

  const { data } = await atrium.get('/api/users/me');
  const organizations = await atrium.context.organizations.list().toArray();

  return {
    account: { name: account.displayName, members: members.length },
    app: { content: await content.text(), reports: reports.length, users },
    profile: { status: profile.status },
    directory: { identity, teams: teams.length, missing },
    context: { email: data.email, organizations: organizations.length },
  };
}

function codeOf(error: unknown): ProblemCode | 'unreadable_answer' {
  if (error instanceof AtriumProblem) {
    return error.code;
  }
  throw error;
}

/** What must not compile. */
export async function mistakes(): Promise<void> {
  const atrium = createAtrium();
  // @ts-expect-error -- this path is not one of the document
  await atrium.get('/api/v1/usr');
  // @ts-expect-error -- the parameter is missing
  await atrium.get('/api/v1/org/teams/{team}');
  // @ts-expect-error -- the body has a wrong key
  await atrium.post('/api/v1/auth/login', { body: { mail: 'a@example.com', password: '' } });
  // @ts-expect-error -- the list has other states
  atrium.app.users.list({ state: ['active'] });
  // @ts-expect-error -- the client has one credential
  createAtrium({ token: 'a', apiKey: 'b' });
}

export function isTaken({ code }: AtriumProblem): boolean {
  // @ts-expect-error -- no problem has this code
  return code === 'slug_takn';
}

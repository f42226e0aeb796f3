import { nameExisting } from '../../src/access/name-existing.js';
import type { Principal } from '../../src/access/principal.js';
import type { Scope } from '../../src/access/scopes.js';
import { TeamNameTaken } from '../../src/modules/teams/teams.problems.js';

/** A caller with a session, or with an API key that has these scopes. */
function caller(scopes?: readonly Scope[]): Principal {
  return { apiKey: scopes ? { scopes } : null } as unknown as Principal;
}

const violation = (constraint: string): Error => Object.assign(new Error('taken'), { code: '23505', constraint });
const TAKEN = violation('Team_own_name_key');
const EXISTING = { id: 'a-team' };

let finds: number;

async function outcome(principal: Principal, error: Error, found: readonly { id: string }[]): Promise<unknown> {
  finds = 0;
  const find = (): Promise<readonly { id: string }[]> => Promise.resolve(found).finally(() => finds++);
  const existing = { problem: TeamNameTaken, scope: 'orgs:read' as const, find };
  return nameExisting(principal, existing, () => Promise.reject(error)).catch((thrown: unknown) => thrown);
}

describe('A creation whose name is taken', () => {
  it.each([
    ['a session', caller()],
    ['a key that may read', caller(['orgs:write', 'orgs:read'])],
  ])('names the thing that has it to %s', async (_, principal) => {
    expect(await outcome(principal, TAKEN, [EXISTING])).toMatchObject({
      type: TeamNameTaken,
      occurrence: { members: { existing: EXISTING } },
    });
  });

  it('names nothing to a key that may not read', async () => {
    expect(await outcome(caller(['orgs:write']), TAKEN, [EXISTING])).toBe(TAKEN);
    expect(finds).toBe(0);
  });

  it('names nothing if the other thing was deleted since', async () => {
    const thrown = (await outcome(caller(), TAKEN, [])) as { type: unknown; occurrence: object };
    expect(thrown.type).toBe(TeamNameTaken);
    expect(thrown.occurrence).not.toHaveProperty('members');
  });

  it.each([new Error('other'), violation('Passkey_credentialId_key'), violation('unknown')])(
    'passes on an error of another kind: %s',
    async (error) => {
      expect(await outcome(caller(), error, [EXISTING])).toBe(error);
      expect(finds).toBe(0);
    },
  );

  it('returns the thing that was created', async () => {
    const find = (): Promise<never> => Promise.reject(new Error('not needed'));
    const existing = { problem: TeamNameTaken, scope: 'orgs:read' as const, find };
    expect(await nameExisting(caller(), existing, () => Promise.resolve(1))).toBe(1);
  });
});

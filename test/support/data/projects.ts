import { type IdPrefix, toPrefixedId } from '../../../src/core/ids/prefixed-id.js';
import type { Client } from '../clients/client.js';
import { makeWorld, type World } from './world.js';

/** The prefix of the paths of the app contract. */
export const APP = '/api/v1/app';
/** The path of projects. */
export const PROJECTS = `${APP}/project`;

/** What has an id. */
export interface Row {
  readonly id: string;
}

/** The world with Sasha's projects in Aurora, and callers in Aurora. */
export interface ProjectWorld {
  readonly world: World;
  readonly asSasha: Client;
  readonly asAlice: Client;
  readonly asSashasKey: Client;
  readonly asBot: Client;
  readonly asRoot: Client;
  /** Private, with Alice as an Editor, pinned by Sasha. It has all that a project can have. */
  readonly insights: Row;
  /** Private. */
  readonly secret: Row;
  /** Public. */
  readonly handbook: Row;
}

/** Makes the world and the projects. Praxia has one as well. */
export async function makeProjectWorld(): Promise<ProjectWorld> {
  const world = await makeWorld();
  const { app, factory, aurora, memberships } = world;
  const { sashaInAurora: sasha, aliceInAurora: alice } = memberships;
  const inAurora = (caller: Client): Client => caller.inOrganization(aurora.slug);
  const insights = await factory.project(aurora, sasha, {
    name: 'Customer Insights',
    goal: 'Summarize weekly support trends.',
    deadline: new Date('2026-03-01T00:00:00.400Z'),
    defaultMemberRole: 'Editor',
    defaultRoleEnabled: true,
    projectContext: 'Support analytics for Q1.',
    answerContext: 'Use approved templates.',
  });
  await app.prisma.db.projectPin.create({ data: { projectId: insights.id, membershipId: sasha.id } });
  await factory.projectMember(insights, alice, 'Editor');
  const secret = await factory.project(aurora, sasha, { name: 'Secret' });
  const handbook = await factory.project(aurora, sasha, { name: 'Handbook', visibility: 'Public' });
  await factory.project(world.praxia, memberships.sashaInPraxia, { name: 'Courses', visibility: 'Public' });
  return {
    world,
    asSasha: inAurora(world.asSasha),
    asAlice: inAurora(world.asAlice),
    asSashasKey: inAurora(world.asSashasKey),
    asBot: inAurora(world.asBot),
    asRoot: inAurora(world.asRoot),
    insights,
    secret,
    handbook,
  };
}

/** The path of a project, or one below it. */
export function projectOf(project: Row, rest = ''): string {
  return `${PROJECTS}/${prefixed('proj', project)}${rest}`;
}

/** A project without optional values, as the contract shows it to a caller who has not pinned it. */
export function bare(project: Row, name: string, visibility: string): object {
  return {
    id: prefixed('proj', project),
    name,
    goal: null,
    deadline: null,
    visibility,
    member_count: 1,
    default_member_role: 'Viewer',
    default_role_enabled: false,
    project_context: null,
    answer_context: null,
    is_pinned: false,
  };
}

/** The only page of a list. */
export function page(data: object[], more: object = {}): object {
  return { data, has_next_page: false, has_previous_page: false, total_count: data.length, ...more };
}

/** The id as the contract shows it. */
export function prefixed(prefix: IdPrefix, { id }: Row): string {
  return toPrefixedId(prefix, id);
}

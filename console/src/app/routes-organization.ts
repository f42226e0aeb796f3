import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { auditSearch } from '../pages/audit/audit-search.ts';
import { type InvitationState, isInvitationState } from '../api/invitation-state.ts';
import { organizationRoute } from './shell-route.ts';

const getParentRoute = (): typeof organizationRoute => organizationRoute;

/** The filters of the list of members. */
interface MembersSearch {
  readonly q?: string;
  readonly role?: string;
  readonly state?: 'Active' | 'Inactive';
}

/** A value of digits alone is parsed as a number. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function membersSearch({ q, role, state }: Record<string, unknown>): MembersSearch {
  return { q: textOf(q), role: textOf(role), state: state === 'Active' || state === 'Inactive' ? state : undefined };
}

function invitationsSearch({ state }: Record<string, unknown>): { readonly state?: InvitationState } {
  return { state: isInvitationState(state) ? state : undefined };
}

/** The pages of an organization, below `/orgs/$slug`. */
export const organizationRoutes = [
  createRoute({
    getParentRoute,
    path: '/',
    component: lazyRouteComponent(() => import('../pages/overview/overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/import',
    component: lazyRouteComponent(() => import('../pages/import/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audit',
    validateSearch: auditSearch,
    component: lazyRouteComponent(() => import('../pages/audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/teams',
    component: lazyRouteComponent(() => import('../pages/teams/teams-page.tsx'), 'TeamsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/teams/$team',
    component: lazyRouteComponent(() => import('../pages/teams/team-page.tsx'), 'TeamPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/roles',
    component: lazyRouteComponent(() => import('../pages/roles/roles-page.tsx'), 'RolesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/service-accounts',
    component: lazyRouteComponent(
      () => import('../pages/service-accounts/service-accounts-page.tsx'),
      'ServiceAccountsPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/projects',
    component: lazyRouteComponent(() => import('../pages/projects/projects-page.tsx'), 'ProjectsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/projects/$project',
    component: lazyRouteComponent(() => import('../pages/projects/project-page.tsx'), 'ProjectPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/members',
    validateSearch: membersSearch,
    component: lazyRouteComponent(() => import('../pages/members/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/invitations',
    validateSearch: invitationsSearch,
    component: lazyRouteComponent(() => import('../pages/invitations/invitations-page.tsx'), 'InvitationsPage'),
  }),
] as const;

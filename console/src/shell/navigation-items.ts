import type { TextKey } from '../i18n/translate.ts';

interface NavigationItem {
  readonly label: TextKey;
  readonly to:
    | '/orgs/$slug'
    | '/orgs/$slug/members'
    | '/orgs/$slug/invitations'
    | '/orgs/$slug/teams'
    | '/orgs/$slug/roles'
    | '/orgs/$slug/service-accounts'
    | '/orgs/$slug/projects'
    | '/orgs/$slug/import'
    | '/orgs/$slug/audit'
    | '/orgs/$slug/settings';
  /** Whether the pages below the path are other items. */
  readonly isExact?: boolean;
}

/** The pages of an organization in the navigation, in their order. */
export const ORGANIZATION_ITEMS: readonly NavigationItem[] = [
  { label: 'navigation.overview', to: '/orgs/$slug', isExact: true },
  { label: 'members.title', to: '/orgs/$slug/members' },
  { label: 'invitations.title', to: '/orgs/$slug/invitations' },
  { label: 'navigation.import', to: '/orgs/$slug/import' },
  { label: 'navigation.teams', to: '/orgs/$slug/teams' },
  { label: 'navigation.roles', to: '/orgs/$slug/roles' },
  { label: 'navigation.service_accounts', to: '/orgs/$slug/service-accounts' },
  { label: 'navigation.projects', to: '/orgs/$slug/projects' },
  { label: 'navigation.audit', to: '/orgs/$slug/audit' },
  { label: 'navigation.settings', to: '/orgs/$slug/settings' },
];

interface AccountItem {
  readonly label: TextKey;
  readonly to: '/account/profile' | '/account/security' | '/account/api-keys' | '/account/data';
}

/** The pages of the user, which belong to no organization, in their order. */
export const ACCOUNT_ITEMS: readonly AccountItem[] = [
  { label: 'navigation.profile', to: '/account/profile' },
  { label: 'navigation.security', to: '/account/security' },
  { label: 'navigation.api_keys', to: '/account/api-keys' },
  { label: 'navigation.data', to: '/account/data' },
];

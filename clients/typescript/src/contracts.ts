import type { Lister, ListPath } from './listing.js';

/** The lists of each contract. The profile contract has none. */
export function contractsOf(lister: <P extends ListPath>(path: P) => Lister<P>) {
  return {
    /** The account contract: an organization is named by its slug. */
    account: {
      organizations: lister('/api/v1/orgs/my'),
      members: lister('/api/v1/orgs/{slug}/members'),
      invitations: lister('/api/v1/orgs/{slug}/invitations'),
      audit: lister('/api/v1/orgs/{slug}/audit'),
      organizationApiKeys: lister('/api/v1/orgs/{slug}/api-keys'),
      apiKeys: lister('/api/v1/api-keys'),
      emails: lister('/api/v1/me/emails'),
      passkeys: lister('/api/v1/auth/passkeys'),
      locales: lister('/api/v1/settings/locales'),
    },
    /** The app contract. */
    app: {
      users: lister('/api/v1/app/user'),
      projects: lister('/api/v1/app/project'),
      projectsOfUser: lister('/api/v1/app/user/{userID}/project'),
      projectMembers: lister('/api/v1/app/project/{projectID}/member'),
      artifacts: lister('/api/v1/app/project/{projectID}/artifact'),
      latestArtifacts: lister('/api/v1/app/user/{userID}/latest-artifacts'),
      integrations: lister('/api/v1/app/user/integrations'),
    },
    /** The directory contract. */
    directory: {
      users: lister('/api/v1/org/users'),
      teams: lister('/api/v1/org/teams'),
      teamMembers: lister('/api/v1/org/teams/{team}/members'),
      roles: lister('/api/v1/org/roles'),
      serviceAccounts: lister('/api/v1/org/service-accounts'),
      myTeams: lister('/api/v1/me/teams'),
      logins: lister('/api/v1/me/logins'),
      trustedDevices: lister('/api/v1/me/trusted-devices'),
    },
    /** The context contract: the caller and their organizations. */
    context: {
      organizations: lister('/api/me/organizations'),
    },
  };
}

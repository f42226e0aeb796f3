import type { components } from '@atrium/client';
import { useQuery } from '@tanstack/react-query';
import { organizationQuery } from './organizations.ts';
import { rolesQuery } from './roles.ts';

type Permission = components['schemas']['Permission'];

const ORGANIZATION_ADMIN = 'OrganizationAdmin';

/** What the user’s role permits in an organization. Pages hide what the server would refuse. */
export interface Rights {
  readonly isAdmin: boolean;
  readonly can: (permission: Permission) => boolean;
}

/** The rights of the user. While they are read, nothing is permitted. */
export function useRights(slug: string): Rights {
  const { data: organization } = useQuery(organizationQuery(slug));
  const { data: roles = [] } = useQuery(rolesQuery(slug));
  const isAdmin = organization?.role === ORGANIZATION_ADMIN;
  const permissions = roles.find(({ name }) => name === organization?.role)?.permissions ?? [];
  return { isAdmin, can: (permission) => isAdmin || permissions.includes(permission) };
}

import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { organizationQuery } from './organizations.ts';

/** The organization of the page, and whether the user administers it. */
export function useOrganization(): { slug: string; name: string; isAdministrator: boolean } {
  const { slug } = useParams({ from: '/shell/orgs/$slug' });
  const { data } = useQuery(organizationQuery(slug));
  return { slug, name: data?.name ?? slug, isAdministrator: data?.role === 'OrganizationAdmin' };
}

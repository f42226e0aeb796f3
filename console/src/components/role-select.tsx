import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { rolesQuery } from '../api/roles.ts';

interface RoleSelectProps extends Omit<NativeSelectProps, 'data'> {
  readonly slug: string;
  /** Whether the value is the id of a role or its name. */
  readonly by: 'id' | 'name';
}

/** Chooses a role of the organization. Names of roles are not translated. */
export function RoleSelect({ slug, by, ...props }: RoleSelectProps) {
  const { data = [] } = useQuery(rolesQuery(slug));
  return <NativeSelect {...props} data={data.map((role) => ({ value: role[by], label: role.name }))} />;
}

import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { rolesQuery } from '../api/roles.ts';
import { useTexts } from '../i18n/locale-context.ts';

interface RoleSelectProps extends Omit<NativeSelectProps, 'data'> {
  readonly slug: string;
  /** Whether the value is the id of a role or its name. */
  readonly by: 'id' | 'name';
  /** The label of the option for no role, where there is one. */
  readonly anyLabel?: string;
}

/** Chooses a role of the organization. The names of roles are the same in all languages. */
export function RoleSelect({ slug, by, anyLabel, ...props }: RoleSelectProps) {
  const t = useTexts();
  const { data: roles = [] } = useQuery(rolesQuery(slug));
  const options = roles.map((role) => ({ value: role[by], label: role.name }));
  const { value } = props;
  // The value is an option also before the roles are read.
  const isMissing = typeof value === 'string' && value !== '' && !options.some((option) => option.value === value);
  return (
    <NativeSelect
      label={t('field.role')}
      data={[
        ...(anyLabel === undefined ? [] : [{ value: '', label: anyLabel }]),
        ...(isMissing ? [{ value, label: by === 'name' ? value : '' }] : []),
        ...options,
      ]}
      {...props}
    />
  );
}

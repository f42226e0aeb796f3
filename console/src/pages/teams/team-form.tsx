import type { components } from '@atrium/client';
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { rolesQuery } from '../../api/roles.ts';
import { DialogForm } from '../../components/dialog-form.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { RoleSelect } from '../../components/role-select.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';

type Team = components['schemas']['TeamDto'];

/** The name of the role with the fewest rights, which new teams give. */
const LEAST_ROLE = 'Teacher';

interface TeamFormProps {
  readonly slug: string;
  /** The team that is changed. */
  readonly team?: Team;
  readonly submit: string;
  readonly send: (values: { name: string; defaultRoleId: string }) => Promise<Team>;
  readonly onSent?: (team: Team) => Promise<void>;
  readonly onClose: () => void;
}

/** The name of a team, and the role of its new members. */
export function TeamForm(props: TeamFormProps) {
  const query = useQuery(rolesQuery(props.slug));
  return (
    <QueryView query={query}>
      {(roles) => (
        <Fields
          {...props}
          defaultRoleId={props.team?.defaultRoleId ?? roles.find(({ name }) => name === LEAST_ROLE)?.id ?? ''}
        />
      )}
    </QueryView>
  );
}

function Fields({
  slug,
  team,
  submit,
  send,
  onSent,
  onClose,
  defaultRoleId,
}: TeamFormProps & Pick<Team, 'defaultRoleId'>) {
  const t = useTexts();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { name: team?.name ?? '', defaultRoleId },
    send,
    onSent: async (sent) => {
      onClose();
      await onSent?.(sent);
    },
  });
  return (
    <DialogForm mutation={mutation} onSubmit={onSubmit} submit={submit} onCancel={onClose}>
      <TextInput label={t('teams.name')} required data-autofocus {...form.getInputProps('name')} />
      <RoleSelect
        slug={slug}
        by="id"
        label={t('teams.default_role')}
        description={t('teams.default_role_description')}
        {...form.getInputProps('defaultRoleId')}
      />
    </DialogForm>
  );
}

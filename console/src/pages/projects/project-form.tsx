import type { components } from '@atrium/client';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { DialogForm } from '../../components/dialog-form.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';

type Project = components['schemas']['AppProjectDto'];
type Visibility = components['schemas']['ProjectVisibility'];

interface ProjectValues {
  readonly name: string;
  readonly goal: string | null;
  readonly visibility: Visibility;
}

interface ProjectFormProps {
  /** The project that is changed. */
  readonly project?: Project;
  readonly submit: string;
  readonly send: (values: ProjectValues) => Promise<Project>;
  readonly onSent?: (project: Project) => Promise<void>;
  readonly onClose: () => void;
}

/** The name, the goal and the visibility of a project. */
export function ProjectForm({ project, submit, send, onSent, onClose }: ProjectFormProps) {
  const t = useTexts();
  const visibility: Visibility = project?.visibility ?? 'Private';
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { name: project?.name ?? '', goal: project?.goal ?? '', visibility },
    send: (values) => send({ ...values, goal: values.goal === '' ? null : values.goal }),
    onSent: async (sent) => {
      onClose();
      await onSent?.(sent);
    },
  });
  return (
    <DialogForm mutation={mutation} onSubmit={onSubmit} submit={submit} onCancel={onClose}>
      <TextInput label={t('projects.name')} required data-autofocus {...form.getInputProps('name')} />
      <Textarea label={t('projects.goal')} autosize minRows={2} {...form.getInputProps('goal')} />
      <NativeSelect
        label={t('projects.visibility')}
        description={t('projects.visibility_description')}
        data={[
          { value: 'Private', label: t('projects.private') },
          { value: 'Public', label: t('projects.public') },
        ]}
        {...form.getInputProps('visibility')}
      />
    </DialogForm>
  );
}

import type { components } from '@atrium/client';
import { Anchor } from '@mantine/core';
import { type Translate } from '../../i18n/translate.ts';
import { useTexts } from '../../i18n/locale-context.ts';

type AuditActor = components['schemas']['AuditActorDto'];

interface ActorProps {
  readonly actor: AuditActor;
  readonly onChosen: (id: string) => void;
}

/** The name of an actor. A press shows only the events of this actor. */
export function Actor({ actor, onChosen }: ActorProps) {
  const t = useTexts();
  const { id } = actor;
  const name = actorName(actor, t);
  return id === null ? (
    <>{name}</>
  ) : (
    <Anchor
      component="button"
      type="button"
      size="sm"
      ta="start"
      title={t('audit.only_actor')}
      onClick={() => {
        onChosen(id);
      }}
    >
      {name}
    </Anchor>
  );
}

export function actorName({ kind, displayName }: AuditActor, t: Translate): string {
  switch (kind) {
    case 'root':
      return t('audit.root');
    case 'anonymous':
      return t('audit.anonymous');
    default:
      return displayName ?? t('audit.former');
  }
}

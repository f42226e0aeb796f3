import type english from '../../locales/en.json';

/** The name of a text in the catalogues. */
export type MessageKey = keyof typeof english;

export type MessageValues = Readonly<Record<string, string | number>>;

/** A sentence whose reader is not known yet. It is rendered when it leaves the service. */
export interface Message {
  readonly key: MessageKey;
  readonly values?: MessageValues;
}

/** @param values the values for the names in braces */
export function message(key: MessageKey, values?: MessageValues): Message {
  return { key, ...(values && { values }) };
}

import type english from '../../locales/en.json';

/** The name of a text in the catalogues. */
export type MessageKey = keyof typeof english;

export type MessageValues = Readonly<Record<string, string | number>>;

/** A sentence before it is known who will read it: it gets its words where it leaves the service. */
export interface Message {
  readonly key: MessageKey;
  readonly values?: MessageValues;
}

/** @param values what stands for the names in braces */
export function message(key: MessageKey, values?: MessageValues): Message {
  return { key, ...(values && { values }) };
}

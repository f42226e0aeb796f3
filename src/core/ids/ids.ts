import { v7, validate } from 'uuid';

/** Makes an id: UUIDv7 (RFC 9562, section 5.7), so that ordering by id is ordering by creation. */
export function newId(): string {
  return v7();
}

/** Whether the text is a UUID in its canonical form, of any version. */
export function isId(text: string): boolean {
  return validate(text);
}

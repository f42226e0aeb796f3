import { v7, validate } from 'uuid';

/** Makes an id: UUIDv7 (RFC 9562, section 5.7), so that ordering by id is ordering by creation. */
export function newId(): string {
  return v7();
}

/** When an id was made, as it says itself. */
export function timeOf(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}

/** What every id made at that time or later is not below, and every earlier one is. */
export function leastIdAt(time: Date): string {
  const digits = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`;
}

/** Whether the text is a UUID, of any version, in small letters or capitals. */
export function isId(text: string): boolean {
  return validate(text);
}

/**
 * The one form in which ids are stored and compared: small letters (RFC 9562, section 4). Every id of a request is brought into
 * it where it enters. Text that is no UUID is returned as it is.
 */
export function canonicalId(text: string): string {
  return isId(text) ? text.toLowerCase() : text;
}

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

/** Whether the text is a UUID in its canonical form, of any version. */
export function isId(text: string): boolean {
  return validate(text);
}

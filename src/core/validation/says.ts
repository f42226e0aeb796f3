import { ValidateBy, type ValidationOptions } from 'class-validator';
import { type Message, message, type MessageKey, type MessageValues } from '../i18n/message.js';

/** The sentence of a broken rule of class-validator, by its key, because the reader is not known yet. */
export function says(key: MessageKey, values?: MessageValues): ValidationOptions {
  return { message: key, context: message(key, values) };
}

/** A rule of our own, identified by its name. */
export function rule(name: string, broken: Message, validate: (value: unknown) => boolean): PropertyDecorator {
  return ValidateBy({ name, validator: { validate } }, says(broken.key, broken.values));
}

import { ValidateBy, type ValidationOptions } from 'class-validator';
import { type Message, message, type MessageKey, type MessageValues } from '../i18n/message.js';

/** What a rule of class-validator says when it is broken: by its key, since nobody knows yet who will read it. */
export function says(key: MessageKey, values?: MessageValues): ValidationOptions {
  return { message: key, context: message(key, values) };
}

/** A rule of our own, told apart by its name. */
export function rule(name: string, broken: Message, validate: (value: unknown) => boolean): PropertyDecorator {
  return ValidateBy({ name, validator: { validate } }, says(broken.key, broken.values));
}

import type { PipeTransform } from '@nestjs/common';
import { fromPrefixedId, type IdPrefix } from './prefixed-id.js';

/** Reads an id in a path of the app contract. Undefined for a malformed one, which services do not find. */
export class PrefixedIdPipe implements PipeTransform<string, string | undefined> {
  constructor(private readonly prefix: IdPrefix) {}

  transform(text: string): string | undefined {
    return fromPrefixedId(this.prefix, text);
  }
}

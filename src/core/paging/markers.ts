import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { InvalidMarker } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';

/** A page of a list, and the marker of the next one. */
export interface MarkedPage<T> {
  readonly items: readonly T[];
  /** Pass it on to get the items that follow. Undefined on the last page. */
  readonly marker: string | undefined;
}

/** Which part of a list: so many items after the marker, or from the beginning. */
export interface MarkedPageRequest {
  readonly limit: number;
  readonly marker?: string;
}

/** A list in a stable order, whose items each have a key for their position. */
export interface MarkedList<T> {
  /** Names the list with all that it depends on (organization, filters): a marker of one list is nothing in another. */
  readonly name: string;
  /** At most so many items whose key comes after the given one, or from the beginning. */
  readonly read: (after: string | undefined, take: number) => Promise<T[]>;
  readonly keyOf: (item: T) => string;
}

const VERSION = 1;
const MAC_LENGTH = 16;
const HEAD_LENGTH = 1 + MAC_LENGTH;

/**
 * Reads lists page by page. A marker is the last item's key with a MAC, so that clients can neither forge it nor depend
 * on its content. No item is missed or repeated when others are added or removed between two pages.
 */
@Injectable()
export class Markers {
  private readonly key: Uint8Array;

  constructor(config: Config) {
    this.key = new Uint8Array(hkdfSync('sha256', config.secrets.jwtSecret, '', 'atrium markers', 32));
  }

  /** @throws Problem `invalid_marker` unless the marker was given out for this list */
  async page<T>({ name, read, keyOf }: MarkedList<T>, { limit, marker }: MarkedPageRequest): Promise<MarkedPage<T>> {
    const after = marker === undefined ? undefined : this.open(name, marker);
    if (limit === 0) {
      return { items: [], marker: undefined };
    }
    const found = await read(after, limit + 1);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, marker: last && found.length > limit ? this.seal(name, keyOf(last)) : undefined };
  }

  private seal(name: string, key: string): string {
    const mac = createHmac('sha256', this.key).update(`${name}\0${key}`).digest().subarray(0, MAC_LENGTH);
    return Buffer.concat([Buffer.from([VERSION]), mac, Buffer.from(key)]).toString('base64url');
  }

  /**
   * Seals the content of the marker again: after any change the two differ, even in a bit that decoding would ignore.
   */
  private open(name: string, marker: string): string {
    const key = Buffer.from(marker, 'base64url').subarray(HEAD_LENGTH).toString();
    const given = Buffer.from(marker);
    const sealed = Buffer.from(this.seal(name, key));
    if (given.length !== sealed.length || !timingSafeEqual(given, sealed)) {
      throw new Problem(InvalidMarker);
    }
    return key;
  }
}

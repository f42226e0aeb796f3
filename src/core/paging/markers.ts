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
  private readonly keys: readonly [Uint8Array, ...Uint8Array[]];

  constructor(config: Config) {
    const [first, ...others] = config.secrets.jwtSecrets;
    this.keys = [keyFrom(first), ...others.map(keyFrom)];
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
    return { items, marker: last && found.length > limit ? seal(name, keyOf(last), this.keys[0]) : undefined };
  }

  /**
   * Seals the content of the marker again: after any change the two differ, even in a bit that decoding would ignore.
   */
  private open(name: string, marker: string): string {
    const position = Buffer.from(marker, 'base64url').subarray(HEAD_LENGTH).toString();
    if (!this.keys.some((key) => isEqual(marker, seal(name, position, key)))) {
      throw new Problem(InvalidMarker);
    }
    return position;
  }
}

function keyFrom(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'atrium markers', 32));
}

function seal(name: string, position: string, key: Uint8Array): string {
  const mac = createHmac('sha256', key).update(`${name}\0${position}`).digest().subarray(0, MAC_LENGTH);
  return Buffer.concat([Buffer.from([VERSION]), mac, Buffer.from(position)]).toString('base64url');
}

function isEqual(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

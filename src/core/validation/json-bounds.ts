import type { InputError } from '../problems/problem.js';
import {
  LONGEST_STRING,
  MOST_KEYS,
  MOST_LEVELS,
  MOST_VALUES,
  tooDeep,
  tooLong,
  tooManyKeys,
  tooManyValues,
} from './input-bounds.js';
import { pointerToken } from './input-errors.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LEFT_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const RIGHT_BRACKET = 0x5d;
const LETTER_U = 0x75;
const LEFT_BRACE = 0x7b;
const RIGHT_BRACE = 0x7d;

/** Bytes between values (RFC 8259, section 2). Braces, brackets, commas and quotes have cases of their own. */
const BETWEEN = tableOf(' \t\n\r:');

/** Bytes that end a number or a word. */
const ENDS_WORD = tableOf(' \t\n\r",:[]{}');

/** An object or array that is open at the current byte. */
interface Container {
  readonly isObject: boolean;
  /** Keys of the object, or commas of the array, up to the current byte. */
  count: number;
  /** Whether a string that begins here is a key. */
  expectsKey: boolean;
  /** The bytes of the object's current key, from quote to quote. */
  keyStart: number;
  keyEnd: number;
}

/**
 * Finds the first bound of `input-bounds.ts` that a JSON text in UTF-8 exceeds. Undefined: none.
 *
 * It comes before `JSON.parse`, which blocks the event loop for 250 ms on 1 MiB of `[`. It reads each byte once, stops at the
 * first excess, and does not check the syntax: the parser stops at the first error by itself.
 */
export function exceededBound(json: Uint8Array): InputError | undefined {
  return new JsonScan(json).run();
}

class JsonScan {
  private readonly open: Container[] = [];
  private at = 0;
  private values = 0;

  constructor(private readonly json: Uint8Array) {}

  run(): InputError | undefined {
    let excess: InputError | undefined;
    while (excess === undefined && this.at < this.json.length) {
      excess = this.step(this.json[this.at] ?? 0);
    }
    return excess;
  }

  private step(byte: number): InputError | undefined {
    switch (byte) {
      case QUOTE:
        return this.string();
      case LEFT_BRACE:
      case LEFT_BRACKET:
        return this.enter(byte === LEFT_BRACE);
      case RIGHT_BRACE:
      case RIGHT_BRACKET:
        this.open.pop();
        this.at++;
        return undefined;
      case COMMA:
        this.comma();
        return undefined;
      default:
        return this.other(byte);
    }
  }

  private other(byte: number): InputError | undefined {
    if (BETWEEN[byte] !== 1) {
      return this.word();
    }
    do {
      this.at++;
    } while (BETWEEN[this.json[this.at] ?? 0] === 1);
    return undefined;
  }

  private word(): InputError | undefined {
    do {
      this.at++;
    } while (this.at < this.json.length && ENDS_WORD[this.json[this.at] ?? 0] !== 1);
    return this.value();
  }

  private comma(): void {
    this.at++;
    const container = this.open.at(-1);
    if (container?.isObject) {
      container.expectsKey = true;
    } else if (container) {
      container.count++;
    }
  }

  private enter(isObject: boolean): InputError | undefined {
    if (this.open.length === MOST_LEVELS) {
      return tooDeep();
    }
    this.open.push({ isObject, count: 0, expectsKey: isObject, keyStart: 0, keyEnd: 0 });
    this.at++;
    return this.value();
  }

  private string(): InputError | undefined {
    const start = this.at;
    const length = this.skipString();
    const container = this.open.at(-1);
    if (container?.expectsKey) {
      return length > LONGEST_STRING ? tooLong(this.pointerToContainer()) : this.key(container, start);
    }
    return length > LONGEST_STRING ? tooLong(this.pointer()) : this.value();
  }

  /** @returns characters: an escape is one, and so are the bytes of one in UTF-8 */
  private skipString(): number {
    const { json } = this;
    let at = this.at + 1;
    let characters = 0;
    while (at < json.length && json[at] !== QUOTE) {
      const byte = json[at] ?? 0;
      if (byte === BACKSLASH) {
        at += json[at + 1] === LETTER_U ? 6 : 2;
        characters++;
      } else {
        at++;
        characters += isContinuation(byte) ? 0 : 1;
      }
    }
    this.at = at + 1;
    return characters;
  }

  private key(container: Container, start: number): InputError | undefined {
    if (container.count === MOST_KEYS) {
      return tooManyKeys(this.pointerToContainer());
    }
    container.count++;
    container.expectsKey = false;
    container.keyStart = start;
    container.keyEnd = this.at;
    return undefined;
  }

  private value(): InputError | undefined {
    this.values++;
    return this.values > MOST_VALUES ? tooManyValues() : undefined;
  }

  /** The JSON pointer to the current value (RFC 6901). */
  private pointer(): string {
    return this.open.map((container) => this.tokenOf(container)).join('');
  }

  /** The JSON pointer to the object around the current value. */
  private pointerToContainer(): string {
    return this.open
      .slice(0, -1)
      .map((container) => this.tokenOf(container))
      .join('');
  }

  private tokenOf({ isObject, count, keyStart, keyEnd }: Container): string {
    return `/${isObject ? pointerToken(textOf(this.json.subarray(keyStart, keyEnd))) : count.toString()}`;
  }
}

/** A JSON string without its quotes and escapes; as it is when it is none. */
function textOf(json: Uint8Array): string {
  const written = Buffer.from(json).toString();
  try {
    return JSON.parse(written) as string;
  } catch {
    return written;
  }
}

/** Whether a byte is any but the first of a character in UTF-8 (RFC 3629, section 3). */
function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

function tableOf(characters: string): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (characters.includes(String.fromCharCode(byte)) ? 1 : 0));
}

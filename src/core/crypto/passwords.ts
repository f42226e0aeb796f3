import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** The library's enum has no values at run time where files are compiled one by one. */
const ARGON2ID = 2 as Algorithm;

/** Argon2id as OWASP's Password Storage Cheat Sheet recommends it: 19 MiB, two passes, one lane. */
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes passwords, on libuv's threads: the event loop never waits for a hash. */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  /** The password as it may be stored, in PHC form. */
  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), PARAMETERS);
  }

  /**
   * Whether the password is the stored one. Without a stored one a decoy is checked, so that an unknown account costs the
   * same time as a known one and cannot be told by it.
   */
  async matches(password: string, stored: string | null | undefined): Promise<boolean> {
    const matches = await verify(stored ?? (await this.decoyHash()), password.normalize('NFC'));
    return matches && stored != null;
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= this.hash(randomBytes(24).toString('base64'));
    return this.decoy;
  }
}

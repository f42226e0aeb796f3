import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Email } from 'postal-mime';
import { Config } from '../../core/config/config.js';
import { NotFound } from '../../core/problems/common.problems.js';
import { Problem } from '../../core/problems/problem.js';

/** Mails of one page. */
const PAGE = 50;

/** Bytes of a mail that are read. Mails of Atrium are much smaller. */
const MOST_BYTES = 256 * 1024;

/** The names that the mailer gives its files, without `.eml`: the time, and an id. */
const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z_[0-9a-f-]{36}$/;

const ENDING = '.eml';

/** A mail in the folder. */
export interface DemoMail {
  readonly name: string;
  readonly at: Date;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Some of the mails. */
export interface DemoMailPage {
  readonly mails: readonly DemoMail[];
  /** Whether older ones follow. */
  readonly hasOlder: boolean;
}

/** Reads the mails that were written to `DATA_DIR/mail` instead of being sent. */
@Injectable()
export class DemoMailsService {
  constructor(private readonly config: Config) {}

  /** Whether mails may be shown at all: only those of a demo, which are sent nowhere. They contain links that sign in. */
  get isOpen(): boolean {
    return this.config.demo && this.config.mailUrl === undefined;
  }

  /** Mails, newest first. @param before the name of a mail: only older ones */
  async list(before?: string): Promise<DemoMailPage> {
    const names = (await this.names()).filter((name) => before === undefined || name < before);
    const newest = names.sort().reverse().slice(0, PAGE);
    const mails = await Promise.all(newest.map((name) => this.read(name)));
    return { mails: mails.filter((mail) => mail !== undefined), hasOlder: names.length > PAGE };
  }

  /** @throws Problem `not_found` also for a name that the mailer does not give */
  async get(name: string): Promise<DemoMail> {
    const mail = NAME.test(name) ? await this.read(name) : undefined;
    if (!mail) {
      throw new Problem(NotFound);
    }
    return mail;
  }

  private async names(): Promise<string[]> {
    const files = await unlessMissing(readdir(this.directory));
    return (files ?? [])
      .filter((file) => file.endsWith(ENDING))
      .map((file) => file.slice(0, -ENDING.length))
      .filter((name) => NAME.test(name));
  }

  /** Undefined when the mail was deleted. */
  private async read(name: string): Promise<DemoMail | undefined> {
    const content = await unlessMissing(contentOf(join(this.directory, `${name}${ENDING}`)));
    if (!content) {
      return undefined;
    }
    const { default: PostalMime } = await import('postal-mime');
    const { to, subject = '', text = '' }: Email = await PostalMime.parse(content);
    return { name, at: timeOf(name), to: to?.[0]?.address ?? '', subject, text };
  }

  private get directory(): string {
    return join(this.config.dataDir, 'mail');
  }
}

/** A file of this folder itself: a link could lead out of it. */
async function contentOf(path: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The first three parts of the time are those of ISO 8601. The others are separated by `-` too, because file names have no colons. */
function timeOf(name: string): Date {
  const [date = '', time = ''] = name.slice(0, name.indexOf('_')).split('T');
  return new Date(`${date}T${time.replaceAll('-', ':')}`);
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (['ENOENT', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return undefined;
    }
    throw error;
  }
}

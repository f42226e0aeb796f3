import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../core/config/config.js';
import { Passwords } from '../../core/crypto/passwords.js';
import { lockName } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { ArtifactContentsService } from '../projects/artifact-contents.service.js';
import { MEMBERSHIPS, ORGANIZATIONS, PEOPLE, SUMMARY } from './demo.data.js';
import { DemoSeed } from './demo.seed.js';

/** What a person or a pipeline needs to use the demo; also written to `demo.json` in the data folder. */
export interface DemoCredentials {
  readonly baseUrl: string;
  readonly password: string;
  readonly apiKey: string;
  readonly users: readonly { email: string; role: string; appRole: string; organization: string }[];
}

/** Fills an empty database with the people and things of the documents, and with more people. */
@Injectable()
export class DemoService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly config: Config,
    private readonly passwords: Passwords,
    private readonly contents: ArtifactContentsService,
  ) {}

  /** Makes the demo unless there are users. @returns its credentials when it was made just now */
  async makeOnce(): Promise<DemoCredentials | undefined> {
    const password = randomBytes(9).toString('base64url');
    const passwordHash = await this.passwords.hash(password);
    return this.prisma.transaction(async () => {
      // Of several instances, one makes the demo.
      await lockName(this.prisma, 'demo');
      if ((await this.prisma.db.user.count()) > 0) {
        return undefined;
      }
      const contentKey = await this.contents.store(Buffer.from(SUMMARY));
      const apiKey = await new DemoSeed(this.prisma.db, passwordHash, contentKey, await this.prisma.now()).make();
      const credentials = this.credentials(password, apiKey);
      // Before the commit: a demo with an unknown password would be worse than a file without a demo.
      this.write(credentials);
      return credentials;
    });
  }

  /** Where the credentials of an earlier start are kept. Their address is brought up to date. */
  existing(): string | undefined {
    try {
      const kept = JSON.parse(readFileSync(this.file, 'utf8')) as DemoCredentials;
      this.write({ ...kept, baseUrl: this.config.publicUrl });
      return this.file;
    } catch {
      return undefined;
    }
  }

  private credentials(password: string, apiKey: string): DemoCredentials {
    const users = MEMBERSHIPS.map(({ person, organization, role, appRole }) => ({
      email: PEOPLE[person].email,
      role,
      appRole,
      organization: ORGANIZATIONS[organization].slug,
    }));
    return { baseUrl: this.config.publicUrl, password, apiKey, users };
  }

  private write(credentials: DemoCredentials): void {
    mkdirSync(this.config.dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(this.file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  }

  private get file(): string {
    return join(this.config.dataDir, 'demo.json');
  }
}

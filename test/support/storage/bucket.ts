import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { DIRECTORY_PREFIX } from '../../runner/names.js';
import { freePort } from '../network/free-port.js';
import { TcpProxy } from '../network/tcp-proxy.js';

const NAME = 'atrium-test';
const SUFFIX = '._S3rver_object';

/** A bucket on an S3 server of this machine, behind a connection that can be cut. */
export class TestBucket {
  private constructor(
    private readonly server: S3rver,
    private readonly directory: string,
    readonly proxy: TcpProxy,
  ) {}

  static async create(): Promise<TestBucket> {
    const port = await freePort();
    const directory = mkdtempSync(join(tmpdir(), `${DIRECTORY_PREFIX}s3-`));
    const configureBuckets = [{ name: NAME, configs: [] }];
    const server = new S3rver({ address: '127.0.0.1', port, silent: true, directory, configureBuckets });
    await server.run();
    const proxy = await TcpProxy.create(`http://127.0.0.1:${String(port)}`);
    await proxy.open();
    return new TestBucket(server, directory, proxy);
  }

  /** For `STORAGE_URL`. */
  url(credentials = 'S3RVER:S3RVER', name = NAME): string {
    const endpoint = encodeURIComponent(`http://127.0.0.1:${String(this.proxy.port)}`);
    return `s3://${credentials}@${name}?endpoint=${endpoint}&forcePathStyle=true`;
  }

  /** The keys below a folder of the bucket. */
  keys(folder: string): string[] {
    const place = join(this.directory, NAME, folder);
    const files = existsSync(place) ? readdirSync(place) : [];
    return files.filter((file) => file.endsWith(SUFFIX)).map((file) => `${folder}/${file.slice(0, -SUFFIX.length)}`);
  }

  async remove(): Promise<void> {
    await this.proxy.cut();
    await this.server.close();
    rmSync(this.directory, { recursive: true });
  }
}

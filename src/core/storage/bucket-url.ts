/** The address of an S3-compatible store, and the settings for its client. */
export interface Bucket {
  readonly name: string;
  /** Undefined: Amazon's, of the region. */
  readonly endpoint: string | undefined;
  /** Undefined: where the SDK usually looks for it. */
  readonly region: string | undefined;
  /** The bucket in the path instead of the host name, as most stores that are not Amazon's want it. */
  readonly forcePathStyle: boolean;
  /** Undefined: where the SDK usually looks for them. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

const OPTIONS = ['endpoint', 'region', 'forcePathStyle'];

/** Stores of their own do not care for the region, but the signature needs one. */
const ANY_REGION = 'us-east-1';

/** Reads `s3://key:secret@bucket?endpoint=…&region=…&forcePathStyle=true`; undefined when something in it is wrong or unknown. */
export function parseBucketUrl(text: string): Bucket | undefined {
  try {
    const url = new URL(text);
    return isSound(url) ? bucketOf(url) : undefined;
  } catch {
    return undefined;
  }
}

function bucketOf({ hostname, searchParams, username, password }: URL): Bucket {
  const endpoint = searchParams.get('endpoint') ?? undefined;
  return {
    name: hostname,
    endpoint,
    region: searchParams.get('region') ?? (endpoint === undefined ? undefined : ANY_REGION),
    forcePathStyle: searchParams.get('forcePathStyle') === 'true',
    credentials: username
      ? { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) }
      : undefined,
  };
}

function isSound({ protocol, hostname, port, pathname, hash, username, password, searchParams }: URL): boolean {
  const endpoint = searchParams.get('endpoint');
  return (
    protocol === 's3:' &&
    /^[a-z0-9][a-z0-9.-]+$/.test(hostname) &&
    port + hash + pathname.replace(/^\/$/, '') === '' &&
    (username === '') === (password === '') &&
    [...searchParams.keys()].every((name) => OPTIONS.includes(name)) &&
    (endpoint === null || /^https?:$/.test(new URL(endpoint).protocol)) &&
    ['true', 'false', null].includes(searchParams.get('forcePathStyle'))
  );
}

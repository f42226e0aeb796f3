/** Where an S3-compatible store is, and how it is spoken to. */
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
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 's3:' || !isComplete(url)) {
    return undefined;
  }
  const endpoint = url.searchParams.get('endpoint') ?? undefined;
  return {
    name: url.hostname,
    endpoint,
    region: url.searchParams.get('region') ?? (endpoint === undefined ? undefined : ANY_REGION),
    forcePathStyle: url.searchParams.get('forcePathStyle') === 'true',
    credentials: credentialsOf(url),
  };
}

function isComplete({ hostname, port, pathname, hash, username, password, searchParams }: URL): boolean {
  const endpoint = searchParams.get('endpoint');
  return (
    /^[a-z0-9][a-z0-9.-]+$/.test(hostname) &&
    port === '' &&
    /^\/?$/.test(pathname) &&
    hash === '' &&
    (username === '') === (password === '') &&
    [...searchParams.keys()].every((name) => OPTIONS.includes(name)) &&
    (endpoint === null || (URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol))) &&
    ['true', 'false', null].includes(searchParams.get('forcePathStyle'))
  );
}

function credentialsOf({ username, password }: URL): Bucket['credentials'] {
  return username === ''
    ? undefined
    : { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) };
}

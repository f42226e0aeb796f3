import { readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { parse, parseAllDocuments } from 'yaml';
import { Environment } from '../../src/core/config/environment.js';

const read = (file: string): string => readFileSync(file, 'utf8');

const VARIABLES = Object.keys(new Environment());

interface Container {
  readonly env: readonly { readonly name: string }[];
  readonly ports: readonly { readonly name: string }[];
  readonly securityContext: object;
  readonly resources: object;
  readonly lifecycle: object;
  readonly startupProbe: Probe;
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
}

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

interface Manifest {
  readonly kind: string;
  readonly spec: { readonly selector: object; readonly template?: { readonly spec: Pod } };
}

interface Pod {
  readonly terminationGracePeriodSeconds: number;
  readonly securityContext: object;
  readonly containers: readonly Container[];
}

describe('The Dockerfile', () => {
  it('has no mistakes that a linter finds', () => {
    expect(validate(read('Dockerfile'))).toEqual([]);
  });

  it('makes an image that runs without root, with production packages, and checks its health', () => {
    const [image = ''] = read('Dockerfile')
      .split(/^FROM /m)
      .slice(-1);
    expect(image).toMatch(/^USER node$/m);
    expect(image).toMatch(/^HEALTHCHECK /m);
    expect(image).toMatch(/^COPY --from=dependencies \/app\/node_modules node_modules$/m);
    expect(read('Dockerfile')).toMatch(/^RUN npm ci --omit=dev$/m);
  });

  it('sets variables that the application reads', () => {
    const pairs = /^ENV (.*)$/m.exec(read('Dockerfile'))?.[1]?.split(' ') ?? [];
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.map((pair) => pair.split('=')[0]).filter((name) => !VARIABLES.includes(name ?? ''))).toEqual([]);
  });
});

describe('The file for Docker Compose', () => {
  const { services, volumes } = parse(read('compose.yaml')) as {
    services: Record<string, Record<string, unknown>>;
    volumes: object;
  };

  it('has the application and the services that it uses', () => {
    expect(Object.keys(services)).toEqual(['atrium', 'postgres', 'redis', 'mail']);
    const { environment, depends_on: dependencies } = services.atrium ?? {};
    const hosts = Object.values(environment as Record<string, string>).flatMap(
      (value) => /^(?:postgresql|redis|smtp):\/\/(?:[^@]*@)?(\w+):/.exec(value)?.[1] ?? [],
    );
    expect(hosts).toEqual(['postgres', 'redis', 'mail']);
    expect(Object.keys(dependencies as object).every((name) => name in services)).toBe(true);
  });

  it('sets variables that the application reads', () => {
    expect(Object.keys(services.atrium?.environment ?? {}).filter((name) => !VARIABLES.includes(name))).toEqual([]);
  });

  it('runs the application on a file system that it cannot write to', () => {
    expect(services.atrium).toMatchObject({ read_only: true, tmpfs: '/tmp', volumes: ['atrium:/data'] });
    expect(Object.keys(volumes)).toEqual(['atrium', 'postgres']);
  });
});

describe('The manifests for Kubernetes', () => {
  const documents = parseAllDocuments(read('deploy/kubernetes.yaml'));
  const manifests = documents.map((document) => document.toJS() as Manifest);
  const pod = manifests[0]?.spec.template?.spec;
  const container = pod?.containers[0];

  it('have a deployment, a service and a disruption budget', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    expect(manifests.map(({ kind }) => kind)).toEqual(['Deployment', 'Service', 'PodDisruptionBudget']);
  });

  it('ask the health checks of the application', () => {
    const { startupProbe, livenessProbe, readinessProbe, ports = [] } = container ?? {};
    expect([startupProbe, livenessProbe, readinessProbe].map((probe) => probe?.httpGet)).toEqual([
      { path: '/health/live', port: 'http' },
      { path: '/health/live', port: 'http' },
      { path: '/health/ready', port: 'http' },
    ]);
    expect(ports.map(({ name }) => name)).toEqual(['http', 'metrics']);
  });

  it('limit the rights and the memory of the process, and give it time to stop', () => {
    expect(pod?.securityContext).toMatchObject({ runAsNonRoot: true });
    expect(pod?.terminationGracePeriodSeconds).toBeGreaterThan(30);
    expect(container).toMatchObject({
      securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
      resources: { limits: { memory: '512Mi' } },
      lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
    });
  });

  it('set variables that the application reads', () => {
    expect(container?.env.map(({ name }) => name).filter((name) => !VARIABLES.includes(name))).toEqual([]);
    const secrets = all(read('deploy/kubernetes.yaml'), /--from-literal=(\w+)=/g);
    expect(secrets.length).toBe(6);
    expect(secrets.filter((name) => !VARIABLES.includes(name))).toEqual([]);
  });
});

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { TestApp } from '../support/app/app.js';
import { urlOf } from '../support/metrics/scrape.js';

/** Prometheus adds these to the name of a histogram. */
const SUFFIX = /_(?:bucket|count|sum)$/;

const DASHBOARD = 'deploy/grafana-dashboard.json';
const RULES = 'deploy/prometheus-rules.yaml';

const read = (file: string): string => readFileSync(file, 'utf8');

let app: TestApp;
/** The kind of each metric, by its name. */
let kinds: ReadonlyMap<string, string>;

beforeAll(async () => {
  app = await TestApp.start({ METRICS_PORT: '0', HOST: '127.0.0.1' });
  const text = await (await fetch(urlOf(app))).text();
  kinds = new Map([...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', kind = '']) => [name, kind]));
});

afterAll(() => app.stop());

function metricsIn(text: string): string[] {
  return [...new Set(text.match(/\b(?:atrium|nodejs|process)_\w+/g))];
}

/** Whether Prometheus has it: the name of a metric, or of a part of a histogram. */
function exists(name: string): boolean {
  return kinds.get(name) === 'histogram'
    ? false
    : kinds.has(name) || (SUFFIX.test(name) && kinds.get(name.replace(SUFFIX, '')) === 'histogram');
}

describe('The metrics', () => {
  it('are each explained by the page for operators', () => {
    const [, section = ''] = read('docs/operations.md').split('\n## Metrics\n');
    const [text = ''] = section.split('\n## ');
    const cells = text.split('\n').map((line) => /^\|([^|]+)\|/.exec(line)?.[1] ?? '');
    const explained = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
    expect(explained.toSorted()).toEqual([...kinds.keys()].toSorted());
  });

  it.each([DASHBOARD, RULES])('that %s uses exist', (file) => {
    const names = metricsIn(read(file));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !exists(name))).toEqual([]);
  });

  it('of Atrium are all on the dashboard', () => {
    const shown = metricsIn(read(DASHBOARD)).map((name) => name.replace(SUFFIX, ''));
    const own = [...kinds.keys()].filter((name) => name.startsWith('atrium_'));
    expect(own.filter((name) => !shown.includes(name))).toEqual([]);
  });
});

interface Rules {
  readonly groups: readonly { readonly rules: readonly Rule[] }[];
}

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}

describe('The alert rules', () => {
  it('have a name, an expression, a severity and a summary', () => {
    const rules = (parse(read(RULES)) as Rules).groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(5);
    for (const { alert, expr, labels, annotations } of rules) {
      expect(alert).toMatch(/^Atrium[A-Za-z]+$/);
      expect(expr.split('(').length).toBe(expr.split(')').length);
      expect(['page', 'warn']).toContain(labels.severity);
      expect(annotations.summary).toMatch(/^[A-Z].+\.$/);
    }
  });
});

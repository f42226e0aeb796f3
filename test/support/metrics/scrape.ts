import { MetricsServer } from '../../../src/core/metrics/metrics-server.js';
import type { TestApp } from '../app/app.js';

/** A line of the text format: a metric, its labels and its value. */
export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^(\w+)(?:\{(.*)\})? (\S+)$/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** The metrics of an application, as Prometheus reads them. */
export async function scrape(app: TestApp): Promise<{ text: string; series: readonly Series[] }> {
  const text = await (await fetch(urlOf(app))).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return { text, series: lines.map(parse) };
}

export function urlOf(app: TestApp): string {
  return `http://127.0.0.1:${String(app.nest.get(MetricsServer, { strict: false }).port)}/metrics`;
}

function parse(line: string): Series {
  const [, name = '', labels = '', value = ''] = LINE.exec(line) ?? [];
  const pairs = [...labels.matchAll(LABEL)].map(([, label = '', text = '']) => [label, text] as const);
  return { name, labels: Object.fromEntries(pairs), value: Number(value) };
}

/** The sum of all series of a metric with these labels. */
export function total(series: readonly Series[], name: string, labels: Readonly<Record<string, string>> = {}): number {
  const chosen = series.filter(
    (one) => one.name === name && Object.entries(labels).every(([label, text]) => one.labels[label] === text),
  );
  return chosen.reduce((sum, { value }) => sum + value, 0);
}

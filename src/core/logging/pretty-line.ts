import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import type { DestinationStream } from 'pino';
import type { Config } from '../config/config.js';
import { jsonInOneLine } from '../validation/invisible.js';

/** A line of the log, as pino writes it. */
interface LogLine {
  readonly level: number;
  readonly levelName: string;
  readonly time: number;
  readonly context?: unknown;
  readonly msg?: unknown;
  readonly err?: { readonly stack?: unknown };
}

type Style = Parameters<typeof styleText>[0];

/** The color of a level, and of all levels below the next one. */
const STYLES: readonly [level: number, style: Style][] = [
  [50, 'red'],
  [40, 'yellow'],
  [30, 'green'],
  [0, 'gray'],
];

/**
 * Writes lines for people on a terminal, outside of production. Everywhere else a program reads them, as JSON.
 *
 * @param output the place that lines are written to
 * @param standardOutput the terminal, if it is one
 */
export function forReader(
  output: DestinationStream,
  { production }: Pick<Config, 'production'>,
  standardOutput: Pick<WriteStream, 'isTTY' | 'hasColors'>,
): DestinationStream {
  if (production || !standardOutput.isTTY) {
    return output;
  }
  const hasColors = standardOutput.hasColors();
  return { write: (json) => output.write(prettyLine(json, hasColors)) };
}

/**
 * A line for people: time, level, context, message and the other fields; then the stack of an error. Characters that control a terminal
 * are escaped, as in JSON.
 *
 * @param json a line of the log
 * @param hasColors whether the terminal shows colors
 */
function prettyLine(json: string, hasColors: boolean): string {
  const { level, levelName, time, context, msg, err, ...fields } = JSON.parse(json) as LogLine;
  const paint = (style: Style, text: string): string =>
    hasColors && text !== '' ? styleText(style, text, { validateStream: false }) : text;
  const style = STYLES.find(([from]) => level >= from)?.[1] ?? 'gray';
  const parts = [
    paint('gray', timeOf(time)),
    paint(style, levelName.toUpperCase().padEnd(5)),
    paint('cyan', context === undefined ? '' : `[${plain(context)}]`),
    plain(msg ?? ''),
    paint('gray', fieldsOf(fields)),
  ];
  return `${parts.filter((part) => part !== '').join(' ')}\n${paint('gray', stackOf(err))}`;
}

/** The local time of day, to the millisecond. */
function timeOf(time: number): string {
  const date = new Date(time);
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0'));
  return `${clock.join(':')}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

function fieldsOf(fields: object): string {
  return Object.entries(fields)
    .map(([key, value]) => `${plain(key)}=${plain(value)}`)
    .join(' ');
}

/** The lines of a stack after the first one, which has the message. */
function stackOf(err: LogLine['err']): string {
  const [, ...lines] = typeof err?.stack === 'string' ? err.stack.split('\n') : [];
  return lines.map((line) => `${plain(line)}\n`).join('');
}

/** A text without its quotes, all others as JSON. */
function plain(value: unknown): string {
  const json = jsonInOneLine(JSON.stringify(value));
  return typeof value === 'string' ? json.slice(1, -1).replaceAll('\\"', '"') : json;
}

import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { PASSWORD, type Person } from '../data/factory.js';
import type { TestApp } from '../app/app.js';
import { eventually } from '../time/eventually.js';
import type { Chromium, Visit } from './chromium.js';

/** Where the pictures of pages are, for readers of a report. No test compares them. */
const PICTURES = 'reports/console';

/** Milliseconds until a page that does not show something counts as one that never will, also on a busy machine. */
const PATIENCE_MS = 60_000;

/** The rules of WCAG 2.2 AA that a program can check, and what axe recommends beside them. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Waits until nothing changes its color: a color that is inherited changes level by level, each in a frame of its own. */
const UNTIL_STILL = `(async () => {
  for (let still = 0; still < 3; still = document.getAnimations().length === 0 ? still + 1 : 0) {
    await new Promise(requestAnimationFrame);
  }
})()`;

/** A person who uses the console in a browser. */
export class ConsoleVisit {
  private constructor(
    readonly visit: Visit,
    private readonly home: string,
  ) {}

  /** Opens a page of the console. @param path below `/console/` @param options of the browser’s profile */
  static async begin(chromium: Chromium, app: TestApp, path = '', options = {}): Promise<ConsoleVisit> {
    const home = `${app.config.publicUrl}/console/`;
    const visit = await chromium.visit(home + path, options);
    visit.page.setDefaultTimeout(PATIENCE_MS);
    // What is half transparent while it appears has too little contrast.
    await visit.page.emulateMedia({ reducedMotion: 'reduce' });
    return new ConsoleVisit(visit, home);
  }

  get page(): Page {
    return this.visit.page;
  }

  /** The path below `/console/`, with its query. */
  get path(): string {
    const url = this.page.url();
    return url.startsWith(this.home) ? url.slice(this.home.length) : url;
  }

  /** What is in the browser’s console as an error. Answers that are refusals are no errors of a page. */
  get errors(): string[] {
    return this.visit.errors.filter((text) => !text.startsWith('Failed to load resource'));
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.home + path);
  }

  /** Waits for the heading of a page. */
  async sees(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  /** Waits for a text anywhere on the page. */
  async reads(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Waits until so many of the elements are there: what an answer changes is on the page some time after it. */
  async counts(elements: Locator, count: number): Promise<void> {
    await eventually(async () => (await elements.count()) === count);
  }

  async fill(label: string, value: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label, exact: true }).fill(value);
  }

  async follow(link: string): Promise<void> {
    await this.page.getByRole('link', { name: link, exact: true }).click();
  }

  async press(button: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  /** Signs in on the page that is open. */
  async signIn({ email }: Pick<Person, 'email'>, password = PASSWORD): Promise<void> {
    await this.fill('E-mail address', email);
    await this.fill('Password', password);
    await this.press('Sign in');
  }

  /** What axe finds on the page as it is. Empty: nothing. */
  async violations(): Promise<string[]> {
    await this.page.evaluate(UNTIL_STILL);
    await this.page.evaluate(axe.source);
    return this.page.evaluate<string[]>(`(async () => {
      const { violations } = await axe.run(document, { runOnly: ${JSON.stringify(RULES)} });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary));
    })()`);
  }

  /** What axe finds on the page in light, in dark, and in Arabic, which is mirrored. */
  async violationsOfAll(): Promise<string[]> {
    const light = await this.violations();
    await this.showColors('dark');
    const dark = await this.violations();
    await this.showColors('light');
    await this.chooseLanguage('ar', 'rtl');
    const arabic = await this.violations();
    await this.chooseLanguage('en', 'ltr');
    return [...light, ...dark, ...arabic];
  }

  private async showColors(colorScheme: 'light' | 'dark'): Promise<void> {
    await this.page.emulateMedia({ colorScheme });
    await this.page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
  }

  private async chooseLanguage(locale: string, direction: 'ltr' | 'rtl'): Promise<void> {
    const select = this.page.locator('select').filter({ has: this.page.locator(`option[value="${locale}"]`) });
    await select.first().selectOption(locale);
    await this.page.locator(`html[dir="${direction}"]`).waitFor();
  }

  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  }

  end(): Promise<void> {
    return this.visit.end();
  }
}

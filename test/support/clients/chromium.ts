import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Without a sandbox because tests run as root in containers; and nothing that would ask for other hosts. */
const SWITCHES = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser without a window. Each visit has a profile of its own. */
export class Chromium {
  private constructor(private readonly browser: Browser) {}

  static async launch(): Promise<Chromium> {
    return new Chromium(await chromium.launch({ executablePath: EXECUTABLE, args: SWITCHES }));
  }

  /** @param options of the profile, for example the language of the browser */
  async visit(url: string, options: { locale?: string } = {}): Promise<Visit> {
    const context = await this.browser.newContext(options);
    return Visit.begin(context, url);
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }
}

/** A page with what it complained about and where it went. */
export class Visit {
  /** What stands in the console as an error, and what no script caught. */
  readonly errors: string[] = [];
  /** The hosts that were asked for something. */
  readonly hosts = new Set<string>();

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') {
        this.errors.push(message.text());
      }
    });
    page.on('pageerror', (error) => {
      this.errors.push(error.message);
    });
    context.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol !== 'data:') {
        this.hosts.add(host);
      }
    });
  }

  static async begin(context: BrowserContext, url: string): Promise<Visit> {
    const visit = new Visit(context, await context.newPage());
    await visit.page.goto(url);
    return visit;
  }

  /** Puts an authenticator into the machine, as laptops and phones have one. */
  async addAuthenticator(): Promise<VirtualAuthenticator> {
    const session = await this.context.newCDPSession(this.page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return {
      signCount: async () => {
        const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
        return credentials.map(({ signCount }) => signCount);
      },
      letVerificationFail: async () => {
        await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
      },
    };
  }

  async end(): Promise<void> {
    await this.context.close();
  }
}

/** The person in front of the authenticator, and what it keeps. */
interface VirtualAuthenticator {
  /** How often each of its credentials was used. */
  signCount(): Promise<number[]>;
  /** From now on the person is not the one he should be. */
  letVerificationFail(): Promise<void>;
}

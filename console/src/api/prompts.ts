/** A dialog that a refused request waits for. */
export type Prompt =
  | { readonly kind: 'signIn' }
  | {
      readonly kind: 'stepUp';
      /** The methods with which the user can step up. */
      readonly methods: readonly string[];
    };

type Listener = () => void;

interface Open {
  readonly prompt: Prompt;
  readonly answer: Promise<boolean>;
  readonly settle: (isDone: boolean) => void;
}

/** The dialog that is open, if any. Requests that are refused while it is open wait for the same answer. */
class Prompts {
  private open: Open | undefined;
  private readonly listeners = new Set<Listener>();

  /** The open dialog. */
  readonly current = (): Prompt | undefined => this.open?.prompt;

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Opens the dialog. @returns whether the user did what it asks for */
  async ask(prompt: Prompt): Promise<boolean> {
    while (this.open && this.open.prompt.kind !== prompt.kind) {
      await this.open.answer;
    }
    this.open ??= this.opened(prompt);
    this.notify();
    return this.open.answer;
  }

  /** Closes the dialog. @param isDone whether the waiting requests are sent again */
  readonly settle = (isDone: boolean): void => {
    const { open } = this;
    this.open = undefined;
    this.notify();
    open?.settle(isDone);
  };

  private opened(prompt: Prompt): Open {
    const { promise, resolve } = withResolvers();
    return { prompt, answer: promise, settle: resolve };
  }

  private notify(): void {
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}

function withResolvers(): { promise: Promise<boolean>; resolve: (value: boolean) => void } {
  let resolve: (value: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

export const prompts = new Prompts();

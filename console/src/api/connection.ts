type Listener = () => void;

/** Whether Atrium can be reached, as the last requests have shown. */
class Connection {
  private away = false;
  private readonly listeners = new Set<Listener>();

  readonly isAway = (): boolean => this.away;

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  report(isAway: boolean): void {
    if (this.away !== isAway) {
      this.away = isAway;
      this.listeners.forEach((listener) => {
        listener();
      });
    }
  }
}

export const connection = new Connection();

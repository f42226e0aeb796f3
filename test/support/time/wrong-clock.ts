/**
 * Sets the clock of this process, and so of the applications in it, off by so many milliseconds. A database server keeps its own;
 * the embedded database has no other than the process.
 *
 * @returns a function that sets it right again
 */
export function setClockOff(milliseconds: number): () => void {
  const RightDate = globalThis.Date;
  globalThis.Date = class extends RightDate {
    constructor(...parameters: unknown[]) {
      super(...((parameters.length === 0 ? [RightDate.now() + milliseconds] : parameters) as [number]));
    }

    static override now(): number {
      return RightDate.now() + milliseconds;
    }
  } as DateConstructor;
  return () => {
    globalThis.Date = RightDate;
  };
}

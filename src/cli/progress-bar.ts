const WIDTH = 30;

/** Shows progress on standard error while it is a terminal. @returns what is called with the work done so far, and all of it */
export function progressBar(unit: string): (done: number, all: number) => void {
  if (!process.stderr.isTTY) {
    return () => undefined;
  }
  return (done, all) => {
    const filled = all === 0 ? WIDTH : Math.min(WIDTH, Math.floor((done / all) * WIDTH));
    const end = done >= all ? '\n' : '';
    process.stderr.write(`\r[${'='.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${done} of ${all} ${unit}${end}`);
  };
}

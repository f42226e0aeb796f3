/** `read`, but at most once in so many milliseconds, also after a failure. Callers in between share the result. */
export function cached<T>(milliseconds: number, read: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly result: Promise<T> } | undefined;
  return () => {
    if (!last || performance.now() - last.at >= milliseconds) {
      last = { at: performance.now(), result: read() };
    }
    return last.result;
  };
}

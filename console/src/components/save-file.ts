/** Lets the browser save a file that a page made or read. */
export function saveFile(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The download has begun with the click, and has the content.
  URL.revokeObjectURL(href);
}

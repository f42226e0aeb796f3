/** The path of the console, for example `/console/`, or `/atrium/console/` where a proxy serves Atrium below a path. */
export const CONSOLE_PATH = new URL(document.baseURI).pathname;

/** The path before all paths of Atrium: empty, or as in `/atrium`. */
export const PUBLIC_PATH = CONSOLE_PATH.replace(/\/console\/$/, '');

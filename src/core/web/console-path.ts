/** The path of the console below the public URL. */
export const CONSOLE_PATH = '/console';

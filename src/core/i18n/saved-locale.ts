import type { Request } from 'express';

/** Knows the languages that callers have saved. */
export abstract class SavedLocale {
  /**
   * The canonical tag that the caller of the request has saved. Null: there is none, or the caller cannot be identified
   * now. Never throws.
   */
  abstract of(request: Request): Promise<string | null>;
}

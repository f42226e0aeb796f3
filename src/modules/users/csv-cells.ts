/** What spreadsheets take for a formula when a cell begins so (OWASP, CSV injection), the wide forms included. */
const FORMULA = /^'*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;

/**
 * The text of a cell: an apostrophe before text that a spreadsheet would run makes it plain text there. A text that
 * begins with an apostrophe gets one too, so that {@link textOfCell} returns every text unchanged.
 */
export function cellOfText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What {@link cellOfText} made the cell of. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** What spreadsheets take for a formula when a cell begins so (OWASP, CSV injection), the wide forms included. */
const FORMULA = /^'*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;

/**
 * Text as it stands in a cell: an apostrophe before what a spreadsheet would run makes it text there. One is put before
 * apostrophes that stand there already too, so that {@link textOfCell} gives back every text as it was.
 */
export function cellOfText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What {@link cellOfText} made the cell of. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

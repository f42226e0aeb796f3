/**
 * Where a spreadsheet would run what follows as a formula (OWASP, CSV injection): apostrophes and a sign, one of the wide forms
 * included, at the start of a cell. Where the comma is the decimal sign, spreadsheets begin cells after semicolons too, and do not
 * see that the cell is quoted.
 */
const [BEFORE, AFTER] = ['(?<=^|[;\\t]"*)', `(?='*[=+\\-@\\t\\r\\uFF0B\\uFF0D\\uFF1D\\uFF20])`];
const UNGUARDED = new RegExp(BEFORE + AFTER, 'g');
const GUARD = new RegExp(`${BEFORE}'${AFTER}`, 'g');

/**
 * The text of a cell: an apostrophe before text that a spreadsheet would run makes it plain text there. Text with an apostrophe in
 * such a place gets one more, so that {@link textOfCell} returns every text unchanged.
 */
export function cellOfText(text: string): string {
  return text.replace(UNGUARDED, "'");
}

/** What {@link cellOfText} made the cell of. */
export function textOfCell(cell: string): string {
  return cell.replace(GUARD, '');
}

import { cellOfText, textOfCell } from '../../src/modules/users/imports/csv-cells.js';

/** Where a program that splits at semicolons or tabs, and trusts no quotes inside a line, begins a formula. */
const FORMULA = /(?:^|[;\t]"*)[=+\-@\r\uFF0B\uFF0D\uFF1D\uFF20]/;

describe('A cell of CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ['x;=1+1', "x;'=1+1"],
    ["x;'=1+1", "x;''=1+1"],
    ["Ann;=cmd|'/c calc'!A1;", "Ann;'=cmd|'/c calc'!A1;"],
    ['a;+1;-2;@x', "a;'+1;'-2;'@x"],
    ['a;;=1', "a;;'=1"],
    ['a;"=1"', `a;"'=1"`],
    ['a;""=1', `a;""'=1`],
    ['a\t=1', "a\t'=1"],
    ['a;＝1', "a;'＝1"],
    ['+49;+49', "'+49;'+49"],
    ['-', "'-"],
  ])('of %j is %j, which no spreadsheet runs, and is read back unchanged', (text, cell) => {
    expect(cellOfText(text)).toBe(cell);
    expect(cell).not.toMatch(FORMULA);
    expect(textOfCell(cell)).toBe(text);
  });

  it.each([
    '',
    "O'Brien",
    'Smith, -Jr',
    'a;b',
    'a-b',
    '1+1=2',
    "'",
    "''",
    "a;'b",
    'a; =1',
    'José; ',
    'x@example.com',
    'a,=1',
  ])('of %j is the text', (text) => {
    expect(cellOfText(text)).toBe(text);
    expect(textOfCell(text)).toBe(text);
  });

  it('gives back every text of what matters', () => {
    const signs = ["'", '=', ';', '"', '\t', 'a'];
    const texts = Array.from({ length: signs.length ** 6 }, (_, number) =>
      Array.from({ length: 6 }, (__, place) => signs[Math.floor(number / signs.length ** place) % signs.length]).join(
        '',
      ),
    );
    expect(texts.filter((text) => textOfCell(cellOfText(text)) !== text)).toEqual([]);
    expect(texts.filter((text) => FORMULA.test(cellOfText(text)))).toEqual([]);
  });
});

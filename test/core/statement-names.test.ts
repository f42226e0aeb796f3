import { statementNames } from '../../src/core/prisma/statement-names.js';

describe('The name of a statement', () => {
  it('is the same for the same text, and another for another', () => {
    const name = statementNames();
    const [first, second] = [name({ sql: 'SELECT 1' }), name({ sql: 'SELECT 2' })];
    expect(first).not.toBe(second);
    expect(name({ sql: 'SELECT 1' })).toBe(first);
    expect(name({ sql: 'SELECT 2' })).toBe(second);
  });

  it('fits in what PostgreSQL keeps of a name', () => {
    const name = statementNames();
    for (let i = 0; i < 500; i++) {
      expect(name({ sql: `SELECT ${i}` })).toMatch(/^[a-z_0-9]{1,63}$/);
    }
  });

  it('is empty past five hundred texts, so that ever new ones do not fill the server', () => {
    const name = statementNames();
    const names = Array.from({ length: 600 }, (_, i) => name({ sql: `SELECT ${i}` }));
    expect(new Set(names.slice(0, 500)).size).toBe(500);
    expect(new Set(names.slice(500))).toEqual(new Set(['']));
    expect(name({ sql: 'SELECT 0' })).toBe(names[0]);
    expect(name({ sql: 'SELECT 599' })).toBe('');
  });

  it('is empty for a long list of parameters, whose lengths would use up all names', () => {
    const name = statementNames();
    const list = (length: number): string => Array.from({ length }, (_, i) => `$${String(i + 1)}`).join(',');
    expect(name({ sql: `SELECT 1 WHERE 1 IN (${list(9)})` })).toBe('');
    expect(name({ sql: `SELECT 1 WHERE 1 IN (${list(520)})` })).toBe('');
    expect(name({ sql: `SELECT 1 WHERE 1 IN (${list(8)})` })).not.toBe('');
  });

  it('is given again by every client', () => {
    const [one, other] = [statementNames(), statementNames()];
    expect(one({ sql: 'SELECT 1' })).toBe(other({ sql: 'SELECT 2' }));
  });
});

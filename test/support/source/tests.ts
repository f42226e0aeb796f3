import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A `describe` or an `it` as a file has it: `title` is its text, and `statements` are the numbers that it `covers`. */
export interface WrittenTest {
  file: string;
  title: string;
  statements: number[];
}

/** All tests of the project and the blocks they are in. */
export function writtenTests(): WrittenTest[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) => testsOf(`test/${name}`));
}

function testsOf(file: string): WrittenTest[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const tests: WrittenTest[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [title, body] = node.arguments;
      if (
        title &&
        body &&
        (ts.isArrowFunction(body) || ts.isFunctionExpression(body)) &&
        /^(it|describe)\b/.test(node.expression.getText())
      ) {
        tests.push({ file, title: title.getText().slice(1, -1), statements: statementsOf(body) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return tests;
}

/** The numbers in the calls of `covers` that a test begins with. */
function statementsOf({ body }: ts.FunctionExpression | ts.ArrowFunction): number[] {
  const lines = ts.isBlock(body) ? body.statements.map((line) => line.getText()) : [];
  const others = lines.findIndex((line) => !line.startsWith('covers('));
  return lines.slice(0, others).flatMap((line) => (line.match(/\d+/g) ?? []).map(Number));
}

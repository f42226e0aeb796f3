import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A piece of SQL in a file of statements. */
export interface StatementText {
  readonly file: string;
  readonly text: string;
}

/** Shorter pieces, such as a list of columns, can be in any statement. */
const SHORTEST = 20;

/** Puts one space where there are several, so that texts can be compared. */
export const withSingleSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The longest fixed piece of each template of SQL in the `*.queries.ts` files. */
export function statementTexts(): StatementText[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.queries.ts'),
  );
  return files.flatMap((name) => textsOf(`src/${name}`));
}

function textsOf(file: string): StatementText[] {
  const found: StatementText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      const pieces = ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
        : [node.text];
      const [text = ''] = pieces.map(withSingleSpaces).toSorted((a, b) => b.length - a.length);
      found.push({ file, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found.filter(({ text }) => text.length >= SHORTEST);
}

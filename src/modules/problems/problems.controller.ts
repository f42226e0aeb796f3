import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../access/declarations.js';
import { NotFound } from '../../core/problems/common.problems.js';
import { allProblems, findProblem, Problem, type ProblemType } from '../../core/problems/problem.js';

/** The pages that a problem document's `type` points to. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  @Get()
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  list(): string {
    const items = allProblems().map(
      (type) => `<li><a href="/problems/${type.code}"><code>${type.code}</code></a> ${escape(type.title)}</li>`,
    );
    return page('Problems', `<h1>Problems</h1><ul>${items.join('')}</ul>`);
  }

  /** @throws Problem `not_found` for a code that is not in the catalogue */
  @Get(':code')
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  explain(@Param('code') code: string): string {
    const type = findProblem(code);
    if (!type) {
      throw new Problem(NotFound);
    }
    return explanation(type);
  }
}

function explanation({ code, status, title, help }: ProblemType): string {
  const text = escape(help).replace(/`([^`]+)`/g, '<code>$1</code>');
  return page(
    title,
    `<p><a href="/problems">All problems</a></p><h1>${escape(title)}</h1><p><code>${code}</code>, status ${status.toString()}</p><p>${text}</p>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)} · Atrium</title><style>body{font:1rem/1.5 system-ui;max-width:42rem;margin:3rem auto;padding:0 1rem}</style>
</head><body>${body}</body></html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

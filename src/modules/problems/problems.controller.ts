import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Access } from '../../access/access.decorator.js';
import { Config } from '../../core/config/config.js';
import { publicPath } from '../../core/http/public-path.js';
import { type AppLocale, directionOf } from '../../core/i18n/locales.js';
import { message } from '../../core/i18n/message.js';
import { answerInLocale } from '../../core/i18n/negotiation.js';
import { say } from '../../core/i18n/texts.js';
import { NotFound } from '../../core/problems/common.problems.js';
import { allProblems, findProblem, Problem, type ProblemType } from '../../core/problems/problem.js';
import { helpOf, titleOf } from '../../core/problems/render.js';

/** The pages that a problem document's `type` points to. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  /** Where the pages are for a browser. */
  private readonly path: string;

  constructor(config: Config) {
    this.path = `${publicPath(config.publicUrl)}/problems`;
  }

  @Get()
  @Access({ caller: 'anyone' })
  @Header('Content-Type', 'text/html; charset=utf-8')
  list(@Req() request: Request, @Res({ passthrough: true }) response: Response): string {
    const locale = answerInLocale(request, response);
    const items = allProblems().map(
      (type) =>
        `<li><a href="${this.path}/${type.code}"><code>${type.code}</code></a> ${escape(titleOf(type, locale))}</li>`,
    );
    const heading = say(locale, message('page.problems'));
    return page(locale, heading, `<h1>${escape(heading)}</h1><ul>${items.join('')}</ul>`);
  }

  /** @throws Problem `not_found` for a code that is not in the catalogue */
  @Get(':code')
  @Access({ caller: 'anyone' })
  @Header('Content-Type', 'text/html; charset=utf-8')
  explain(
    @Param('code') code: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): string {
    const type = findProblem(code);
    if (!type) {
      throw new Problem(NotFound);
    }
    return explanation(type, this.path, answerInLocale(request, response));
  }
}

function explanation(type: ProblemType, path: string, locale: AppLocale): string {
  const title = titleOf(type, locale);
  const help = escape(helpOf(type, locale)).replace(/`([^`]+)`/g, '<code dir="ltr">$1</code>');
  const all = escape(say(locale, message('page.all_problems')));
  const status = escape(say(locale, message('page.status', { status: type.status })));
  return page(
    locale,
    title,
    `<p><a href="${path}">${all}</a></p><h1>${escape(title)}</h1><p><code>${type.code}</code>, ${status}</p><p>${help}</p>`,
  );
}

function page(locale: AppLocale, title: string, body: string): string {
  return `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)} · Atrium</title><style>body{font:1rem/1.5 system-ui;max-width:42rem;margin:3rem auto;padding:0 1rem}</style>
</head><body>${body}</body></html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Access } from '../../access/access.decorator.js';
import { Config } from '../../core/config/config.js';
import { escapeHtml, htmlPage } from '../../core/http/html-page.js';
import { publicPath } from '../../core/http/public-path.js';
import type { AppLocale } from '../../core/i18n/locales.js';
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
        `<li><a href="${this.path}/${type.code}"><code>${type.code}</code></a> ${escapeHtml(titleOf(type, locale))}</li>`,
    );
    const heading = say(locale, message('page.problems'));
    return htmlPage(locale, heading, `<h1>${escapeHtml(heading)}</h1><ul>${items.join('')}</ul>`);
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
  const help = escapeHtml(helpOf(type, locale)).replace(/`([^`]+)`/g, '<code dir="ltr">$1</code>');
  const all = escapeHtml(say(locale, message('page.all_problems')));
  const status = escapeHtml(say(locale, message('page.status', { status: type.status })));
  return htmlPage(
    locale,
    title,
    `<p><a href="${path}">${all}</a></p><h1>${escapeHtml(title)}</h1><p><code>${type.code}</code>, ${status}</p><p>${help}</p>`,
  );
}

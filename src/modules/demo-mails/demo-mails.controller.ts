import { Controller, Get, Header, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Access } from '../../access/access.decorator.js';
import { answerInLocale } from '../../core/i18n/negotiation.js';
import { DemoMailsService } from './demo-mails.service.js';
import { DemoMailsGuard } from './demo-mails.guard.js';
import { DemoMailsQueryDto } from './demo-mails.dto.js';
import { mailListPage, mailPage } from './demo-mails.pages.js';

/** The pages run no script, load nothing and are shown in no frame. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TYPE = 'text/html; charset=utf-8';

/** The pages under `/mail`: mails that were written to a folder. */
@ApiExcludeController()
@Controller('mail')
@UseGuards(DemoMailsGuard)
export class DemoMailsController {
  constructor(private readonly mails: DemoMailsService) {}

  @Get()
  @Access({ caller: 'anyone' })
  @Header('Content-Type', TYPE)
  @Header('Content-Security-Policy', POLICY)
  @Header('Cache-Control', 'no-store')
  async list(
    @Query() { before }: DemoMailsQueryDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return mailListPage(await this.mails.list(before), answerInLocale(request, response));
  }

  @Get(':name')
  @Access({ caller: 'anyone' })
  @Header('Content-Type', TYPE)
  @Header('Content-Security-Policy', POLICY)
  @Header('Cache-Control', 'no-store')
  async show(
    @Param('name') name: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return mailPage(await this.mails.get(name), answerInLocale(request, response));
  }
}

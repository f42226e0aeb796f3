import { Body, Controller, Get, Patch, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { acceptedLocale, answerInLocale, dependOnLanguage } from '../../../core/i18n/negotiation.js';
import { Operation } from '../../../core/openapi/operation.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { LocalizationService } from '../localization.service.js';
import { AccountLanguageDto, AccountLocaleListDto, UpdateAccountLanguageDto } from './account.dto.js';
import { presentAccountLanguage, presentAccountLocale } from './account.presenter.js';

@ApiTags('Localization')
@Controller(ACCOUNT.path('settings'))
export class AccountLocalizationController {
  constructor(private readonly localization: LocalizationService) {}

  @Get('language')
  @Access({ caller: 'user', scope: 'users:read' })
  @Operation({ id: 'getLanguage', summary: 'Read my languages', returns: AccountLanguageDto })
  async read(
    @CurrentUser() { id }: UserPrincipal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AccountLanguageDto> {
    dependOnLanguage(response);
    return presentAccountLanguage(await this.localization.languages(id, acceptedLocale(request)));
  }

  @Patch('language')
  @Access({ caller: 'user', scope: 'users:write' })
  @Operation({
    id: 'updateLanguage',
    summary: 'Change my languages',
    description: 'The body needs at least one key. Null clears the language.',
    returns: AccountLanguageDto,
  })
  async update(
    @CurrentUser() principal: UserPrincipal,
    @Body(ChangesPipe) changes: UpdateAccountLanguageDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AccountLanguageDto> {
    dependOnLanguage(response);
    return presentAccountLanguage(await this.localization.save(principal, changes, acceptedLocale(request)));
  }

  @Get('locales')
  @Access({ caller: 'anyone-or-session' })
  @Operation({
    id: 'getLocales',
    summary: 'List the languages of the interface',
    description: 'Named in the language of the caller and in their own.',
    returns: AccountLocaleListDto,
  })
  list(@Req() request: Request, @Res({ passthrough: true }) response: Response): AccountLocaleListDto {
    return { items: this.localization.choices(answerInLocale(request, response)).map(presentAccountLocale) };
  }
}

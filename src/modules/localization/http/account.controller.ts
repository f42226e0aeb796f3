import { Body, Controller, Get, Patch, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { OptionalSession, Scope, UserOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { acceptedLocale, answerInLocale, dependOnLanguage } from '../../../core/i18n/negotiation.js';
import { Operation } from '../../../core/openapi/operation.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { LocalizationService } from '../localization.service.js';
import { AccountLanguageDto, AccountLocaleListDto, UpdateAccountLanguageDto } from './account.dto.js';
import { presentAccountLanguage, presentAccountLocale } from './account.presenter.js';

@ApiTags('Localization')
@Controller('api/v1/settings')
export class AccountLocalizationController {
  constructor(private readonly localization: LocalizationService) {}

  @Get('language')
  @UserOnly()
  @Scope('users:read')
  @Operation('getLanguage', 'Read my languages')
  @ApiOkResponse({ type: AccountLanguageDto })
  async read(
    @CurrentUser() { id }: UserPrincipal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AccountLanguageDto> {
    dependOnLanguage(response);
    return presentAccountLanguage(await this.localization.languages(id, acceptedLocale(request)));
  }

  @Patch('language')
  @UserOnly()
  @Scope('users:write')
  @Operation('updateLanguage', 'Change my languages', 'At least one key; null forgets the language.')
  @ApiOkResponse({ type: AccountLanguageDto })
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
  @OptionalSession()
  @Operation(
    'getLocales',
    'List the languages of the interface',
    'Named in the language of the caller and in their own.',
  )
  @ApiOkResponse({ type: AccountLocaleListDto })
  list(@Req() request: Request, @Res({ passthrough: true }) response: Response): AccountLocaleListDto {
    return { items: this.localization.choices(answerInLocale(request, response)).map(presentAccountLocale) };
  }
}

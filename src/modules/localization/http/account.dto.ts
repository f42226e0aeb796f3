import { ApiProperty } from '@nestjs/swagger';
import { APP_LOCALES, type AppLocale, type Direction } from '../../../core/i18n/locales.js';
import { LocaleField } from '../../../core/validation/fields.js';

export const DIRECTIONS: readonly Direction[] = ['ltr', 'rtl'];

export class AppLocaleDto {
  @ApiProperty({ enum: APP_LOCALES, example: 'de' })
  locale: AppLocale;

  @ApiProperty({ enum: DIRECTIONS, description: 'The side on which lines begin', example: 'ltr' })
  direction: Direction;
}

export class AccountLanguageDto {
  @ApiProperty({ type: String, nullable: true, description: 'The saved language of the interface', example: 'de-AT' })
  locale: string | null;

  @ApiProperty({
    type: AppLocaleDto,
    description:
      'The language of the interface. It is the nearest to the saved language, or English if none is near. Without a saved language, it is the nearest to `Accept-Language`',
  })
  appLocale: AppLocaleDto;

  @ApiProperty({ type: String, nullable: true, description: 'The saved language of agents’ replies', example: null })
  agentCommunicationLocale: string | null;

  @ApiProperty({
    type: String,
    description: 'The language in which agents reply: the saved language, else `appLocale`',
    example: 'de',
  })
  resolvedAgentLanguage: string;
}

export class UpdateAccountLanguageDto {
  @LocaleField({ optional: true, nullable: true, example: 'de-AT', description: 'The language of the interface' })
  locale?: string | null;

  @LocaleField({ optional: true, nullable: true, example: 'fr', description: 'The language in which agents reply' })
  agentCommunicationLocale?: string | null;
}

export class AccountLocaleDto {
  @ApiProperty({ enum: APP_LOCALES, example: 'de' })
  locale: AppLocale;

  @ApiProperty({ description: 'The name in the language of the caller', example: 'German' })
  name: string;

  @ApiProperty({ description: 'The name in the language itself', example: 'Deutsch' })
  nativeName: string;

  @ApiProperty({ enum: DIRECTIONS, example: 'ltr' })
  direction: Direction;
}

export class AccountLocaleListDto {
  @ApiProperty({ type: [AccountLocaleDto] })
  items: AccountLocaleDto[];
}

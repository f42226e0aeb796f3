import { directionOf } from '../../../core/i18n/locales.js';
import type { Languages, LocaleChoice } from '../localization.service.js';
import type { AccountLanguageDto, AccountLocaleDto } from './account.dto.js';

export function presentAccountLanguage(languages: Languages): AccountLanguageDto {
  const { locale, appLocale, agentCommunicationLocale, agentLanguage } = languages;
  return {
    locale,
    appLocale: { locale: appLocale, direction: directionOf(appLocale) },
    agentCommunicationLocale,
    resolvedAgentLanguage: agentLanguage,
  };
}

export function presentAccountLocale({ locale, name, nativeName, direction }: LocaleChoice): AccountLocaleDto {
  return { locale, name, nativeName, direction };
}

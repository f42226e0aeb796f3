import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '../../access/principal.js';
import { APP_LOCALES, type AppLocale, type Direction, directionOf } from '../../core/i18n/locales.js';
import { appLocaleOf } from '../../core/i18n/negotiation.js';
import { MeService } from '../me/me.service.js';
import type { Profile, ProfileFields } from '../users/profiles.service.js';

type SavedLanguages = Pick<ProfileFields, 'locale' | 'agentCommunicationLocale'>;

/** The languages that a user has saved, and the resulting ones. */
export interface Languages extends SavedLanguages {
  /** The one of ours that the interface is in. */
  readonly appLocale: AppLocale;
  /** The one that agents reply in; any at all. */
  readonly agentLanguage: string;
}

/** One of our languages, for a list to choose from. */
export interface LocaleChoice {
  readonly locale: AppLocale;
  readonly name: string;
  /** The name in the language itself, so that its speakers find it. */
  readonly nativeName: string;
  readonly direction: Direction;
}

/** The languages of users. */
@Injectable()
export class LocalizationService {
  constructor(private readonly me: MeService) {}

  /** @param accepted the language of a user who has saved none */
  async languages(userId: string, accepted: AppLocale): Promise<Languages> {
    return languagesOf(await this.me.profile(userId), accepted);
  }

  /** Saves what is named; null forgets it. */
  async save(principal: UserPrincipal, wanted: Partial<SavedLanguages>, accepted: AppLocale): Promise<Languages> {
    return languagesOf(await this.me.update(principal, wanted), accepted);
  }

  /** Every language of ours, by its name in the given one. */
  choices(locale: AppLocale): LocaleChoice[] {
    return APP_LOCALES.map((choice) => ({
      locale: choice,
      name: nameOf(choice, locale),
      nativeName: nameOf(choice, choice),
      direction: directionOf(choice),
    }));
  }
}

function languagesOf({ locale, agentCommunicationLocale }: Profile, accepted: AppLocale): Languages {
  const appLocale = appLocaleOf(locale, accepted);
  return { locale, agentCommunicationLocale, appLocale, agentLanguage: agentCommunicationLocale ?? appLocale };
}

function nameOf(locale: AppLocale, language: AppLocale): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(locale) ?? locale;
}

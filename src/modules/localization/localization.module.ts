import { Module } from '@nestjs/common';
import { MeModule } from '../me/me.module.js';
import { AccountLocalizationController } from './http/account.controller.js';
import { LocalizationService } from './localization.service.js';

/** The languages of a user, and the available languages. */
@Module({ imports: [MeModule], controllers: [AccountLocalizationController], providers: [LocalizationService] })
export class LocalizationModule {}

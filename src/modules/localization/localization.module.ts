import { Module } from '@nestjs/common';
import { MeModule } from '../me/me.module.js';
import { AccountLocalizationController } from './http/account.controller.js';
import { LocalizationService } from './localization.service.js';

/** The languages a person is spoken to in, and those there are to choose from. */
@Module({ imports: [MeModule], controllers: [AccountLocalizationController], providers: [LocalizationService] })
export class LocalizationModule {}

import { Module } from '@nestjs/common';
import { ServiceAccountsService } from './service-accounts.service.js';

/** Callers that are no persons, each of one organization. */
@Module({ providers: [ServiceAccountsService], exports: [ServiceAccountsService] })
export class ServiceAccountsModule {}

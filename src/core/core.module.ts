import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { BulkTurns } from './bulk/bulk-turns.js';
import { Config } from './config/config.js';
import { Encryption } from './crypto/encryption.js';
import { EncryptionKeys } from './crypto/encryption-keys.js';
import { KeyRotation } from './crypto/key-rotation.js';
import { SealedColumns } from './crypto/sealed-columns.js';
import { Limits } from './limits/limits.js';
import { limitsFor } from './limits/limits-for.js';
import { Passwords } from './crypto/passwords.js';
import { ContentTypeGuard } from './http/content-type.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RecentWritesInterceptor } from './http/recent-writes.interceptor.js';
import { Readiness } from './http/readiness.js';
import { Uploads } from './files/uploads.js';
import { Images } from './images/images.js';
import { JobWorker } from './jobs/job-worker.js';
import { Jobs } from './jobs/jobs.js';
import { Retention } from './jobs/retention.js';
import { Mailer } from './mail/mailer.js';
import { Metrics } from './metrics/metrics.js';
import { metricsFor } from './metrics/metrics-for.js';
import { MetricsServer } from './metrics/metrics-server.js';
import { mailerFor } from './mail/mailer-for.js';
import { Markers } from './paging/markers.js';
import { Database } from './prisma/database.js';
import { PrismaService } from './prisma/prisma.service.js';
import { RecentWrites } from './prisma/recent-writes.js';
import { recentWritesFor } from './prisma/recent-writes-for.js';
import { Replica } from './prisma/replica.js';
import { ErrorFormats } from './problems/error-format.js';
import { FileStorage } from './storage/file-storage.js';
import { storageFor } from './storage/storage-for.js';
import { Tracing } from './tracing/tracing.js';
import { tracingFor } from './tracing/tracing-for.js';
import { InputPipe } from './validation/input.pipe.js';

const SHARED = [
  BulkTurns,
  Database,
  Encryption,
  EncryptionKeys,
  Images,
  Jobs,
  JobWorker,
  KeyRotation,
  Markers,
  PrismaService,
  Passwords,
  Readiness,
  Replica,
  Retention,
  SealedColumns,
  Uploads,
];

/** The services that every module uses. They know nothing of the domain. */
@Global()
@Module({})
export class CoreModule {
  /** @param formats how errors are written, for every path */
  static configured(config: Config, formats: ErrorFormats): DynamicModule {
    return {
      module: CoreModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: ErrorFormats, useValue: formats },
        ...SHARED,
        MetricsServer,
        { provide: Metrics, useFactory: metricsFor, inject: [Config] },
        { provide: Tracing, useFactory: tracingFor, inject: [Config] },
        { provide: Limits, useFactory: limitsFor, inject: [Config, Metrics, Tracing] },
        { provide: RecentWrites, useFactory: recentWritesFor, inject: [Config] },
        { provide: Mailer, useFactory: mailerFor, inject: [Config, Tracing] },
        { provide: FileStorage, useFactory: storageFor, inject: [Config, Tracing] },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: ContentTypeGuard },
        { provide: APP_PIPE, useClass: InputPipe },
        ...(config.databaseReplicaUrl === undefined
          ? []
          : [{ provide: APP_INTERCEPTOR, useClass: RecentWritesInterceptor }]),
      ],
      exports: [Config, FileStorage, Limits, Mailer, Metrics, Tracing, ...SHARED],
    };
  }
}

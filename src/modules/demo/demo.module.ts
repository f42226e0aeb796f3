import { Module } from '@nestjs/common';
import { DemoService } from './demo.service.js';

/** The people and things of the documents, for those who try Atrium out. */
@Module({ providers: [DemoService], exports: [DemoService] })
export class DemoModule {}

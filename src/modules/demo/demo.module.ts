import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/projects.module.js';
import { DemoService } from './demo.service.js';

/** The people and things of the documents, for people who try Atrium out. */
@Module({ imports: [ProjectsModule], providers: [DemoService], exports: [DemoService] })
export class DemoModule {}

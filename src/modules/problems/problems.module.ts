import { Module } from '@nestjs/common';
import { ProblemsController } from './problems.controller.js';

/** Explains every problem the API may answer with, under `/problems`. */
@Module({ controllers: [ProblemsController] })
export class ProblemsModule {}

import 'reflect-metadata';
import { runCli } from './cli/program.js';

await runCli(['start']);

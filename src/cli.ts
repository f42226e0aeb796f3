#!/usr/bin/env node
import 'reflect-metadata';
import { runCli } from './cli/program.js';

await runCli(process.argv.slice(2));

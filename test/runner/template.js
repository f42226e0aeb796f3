import 'reflect-metadata';
import { register } from 'node:module';

register('./typescript.js', import.meta.url);

const { makeTemplates } = await import('../support/database/make-templates.ts');
await makeTemplates();

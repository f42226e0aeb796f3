import 'reflect-metadata';
import { register } from 'node:module';

register('./typescript.js', import.meta.url);

const { makeTemplates } = await import('../support/make-templates.ts');
await makeTemplates();

import 'reflect-metadata';
import { register } from 'node:module';

register('./typescript.js', import.meta.url);

const { prepareEmbeddedTemplate } = await import('../support/template.ts');
await prepareEmbeddedTemplate();

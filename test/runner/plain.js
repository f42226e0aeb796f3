import { transformSync } from '@swc/core';

/** Jest's transformer of TypeScript, compiled as the build compiles it. */
export default {
  process: (source, filename) => transformSync(source, { filename, sourceMaps: 'inline' }),
};

// Builds the application, starts it, and does both again after every change of a source: npm run dev
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'rolldown';
import config from '../rolldown.config.js';

let running;

async function stop() {
  if (running?.exitCode === null) {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
}

async function restart() {
  await stop();
  running = spawn(process.execPath, ['dist/cli.js', 'start'], { stdio: 'inherit' });
}

// The built console is in the same folder.
const watcher = watch({ ...config, output: { ...config.output, cleanDir: false } });
watcher.on('event', async (event) => {
  if (event.code === 'ERROR') {
    console.error(event.error.message);
  } else if (event.code === 'END') {
    await restart();
  }
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await watcher.close();
    await stop();
  });
}

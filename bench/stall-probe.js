// Loaded into the server with `--import`: answers each message with what happened since the last one.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
let before = process.cpuUsage();

process.on('message', () => {
  const { user, system } = process.cpuUsage(before);
  process.send({ stall: delay.max / 1e6, processor: (user + system) / 1e3 });
  delay.reset();
  before = process.cpuUsage();
});
process.channel.unref();

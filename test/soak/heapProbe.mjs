// Loaded into the server's process before the server: tells over the IPC channel what memory is held once all garbage is
// collected, and what the process was warned of.
process.on('message', (message) => {
  if (message !== 'memory') return;
  // The second collection takes what the finalizers of the first have let go.
  globalThis.gc();
  setTimeout(() => {
    globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.send({ heapUsed, external, rss });
  }, 0);
});
process.on('warning', (warning) => process.send({ warning: String(warning) }));
// The probe alone keeps no server alive.
process.channel.unref();

/** Ends with 0 where the server of this machine is ready, with 1 where it is not. The container asks it of itself. */
const port = process.env['PORT'] ?? '4000';
const ready = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(4_000) }).then(
  ({ ok }) => ok,
  () => false,
);
process.exitCode = ready ? 0 : 1;

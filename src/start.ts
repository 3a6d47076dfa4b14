/** Node brings this itself (package `node`); an older one would fail later, with a riddle for a message. */
const NEEDED_NODE = 24;

if (Number.parseInt(process.versions.node, 10) < NEEDED_NODE) {
  process.stderr.write(
    `dangbo cannot start: it needs Node ${NEEDED_NODE}, and this is ${process.version}. Start it with npm start, which uses the Node that npm ci installed\n`,
  );
  process.exit(1);
}

const { main } = await import('./startup/main.ts');
await main();

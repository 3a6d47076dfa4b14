import { SUBJECT_LIST } from '../src/import/files/subjects/index.ts';
import { writeTemplate } from '../src/import/files/template/write.ts';

/** npm run template -- SUBJECT FILE: an empty file of a subject with Vietnamese headers, .xlsx or .csv. */
const [name, file] = process.argv.slice(2);
const subject = SUBJECT_LIST.find((each) => each.name === name);
if (!subject || file === undefined || !/\.(xlsx|csv)$/.test(file)) {
  const names = SUBJECT_LIST.map((each) => each.name).join('|');
  process.stderr.write(`usage: npm run template -- ${names} FILE, with FILE ending in .xlsx or .csv\n`);
  process.exitCode = 1;
} else {
  await writeTemplate(subject, file);
  process.stdout.write(`${file}: ${subject.columns.length} columns of ${subject.name}\n`);
}

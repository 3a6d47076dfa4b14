import type { SpeedResults } from '../speed/results.ts';
import { failuresOf, LEAST_THROUGHPUT, memoryBar, MOST_CPU, MOST_GROWTH, MOST_LATENCY, MOST_MEMORY } from './bars.ts';
import {
  barTable,
  bytesTable,
  cpuTable,
  firstAskedTable,
  growthTable,
  latencyTable,
  memoryTable,
  spreadTable,
  statementsTable,
  throughputTable,
} from './speed-tables.ts';
import { megabytes } from './table.ts';

/** A load of this many processes before the run says that others used the machine, too. */
const NOISY = 0.5;

/** The part of docs/performance.md that tells of questions. */
export function speedPage(results: SpeedResults): string {
  const { scale, members, organizations, rounds, seconds, machine, questions } = results;
  const failures = failuresOf(results);
  const { value, passes } = memoryBar(results);
  return `## Questions

Scale \`${scale}\`: ${members.toLocaleString('en')} members in a tree of ${organizations.toLocaleString('en')} organisations. ${rounds} interleaved rounds, ${seconds} s under load each; medians. ${noise(machine.loadBefore)}

${questions.map(({ id, title, variants }) => `- **${id}**: ${title} (${variants} different variables)`).join('\n')}

All servers gave the same answers to all of them.

### The bar

At least ${LEAST_THROUGHPUT} times the throughput of PostGraphile; processor time for each request, server and database together, at most ${MOST_CPU} times that of the bare SQL endpoint; latency over one connection at most ${MOST_LATENCY} times its; over the nation at most ${MOST_GROWTH} times the cost over one province; at most ${megabytes(MOST_MEMORY)} of memory. ${failures.length === 0 ? 'Everything passes.' : `Does not pass: ${failures.join('; ')}.`}

${barTable(results)}

Memory of dangbo, most since its start: ${megabytes(value)} ${passes ? '✓' : '**✗**'}

### Requests per second over thirty connections

Varying questions:

${throughputTable(results, 'varying')}

One question, repeated:

${throughputTable(results, 'repeated')}

### Processor time for each request, in microseconds (server + PostgreSQL)

Varying questions:

${cpuTable(results, 'varying')}

One question, repeated:

${cpuTable(results, 'repeated')}

### Latency over one connection, in milliseconds

Varying questions:

${latencyTable(results, 'varying')}

One question, repeated:

${latencyTable(results, 'repeated')}

Questions that the server was never asked before:

${firstAskedTable(results)}

### SQL statements for each request

${statementsTable(results)}

### Bytes of an answer

${bytesTable(results)}

### Memory

${memoryTable(results)}
${questions.some(({ growth }) => growth) ? `\n### From a province to the nation\n\n${growthTable(results)}\n` : ''}
### How far the rounds lie apart

Throughput of varying questions, least to greatest, as a share of the median:

${spreadTable(results)}
`;
}

function noise(loadBefore: number): string {
  return loadBefore > NOISY
    ? `**Noisy run**: ${loadBefore.toFixed(1)} other processes wanted the processors when it began, so absolute numbers are too low; ratios hold better, since the servers took turns.`
    : 'Nothing else ran on the machine.';
}

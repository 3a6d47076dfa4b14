import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Access, requireLevel } from '../../access/level.ts';
import { CodedError } from '../../errors/coded-error.ts';
import type { ImportJobRow } from '../../import/files/jobs.ts';
import { UPLOAD_LIMITS } from '../../import/files/limits.ts';
import type { SubjectName } from '../../import/files/subjects/subject.ts';
import type { NumberStyle } from '../../import/files/values/number.ts';
import type { RequestContext } from '../../loaders/context.ts';
import { formatDay } from '../../periods/day.ts';
import { ImportSubjectEnum, NumberStyleEnum } from './enums.ts';
import { ImportJob } from './import-job.type.ts';
import { importJobs } from './jobs.ts';
import type { UploadedFile } from './uploaded-file.ts';
import { UploadScalar } from './uploaded-file.ts';

/** How long an answer waits for a short import to end. */
const PATIENCE_MILLISECONDS = 3_000;

const JOB = 'The job (tiến trình).';

/** Files over the net: each is brought in as a job, whose state is asked for. */
@Resolver()
export class ImportsResolver {
  @Access('MEMBER_LEVEL')
  @Mutation(() => ImportJob, {
    description:
      'Brings a file in (nhập tệp): CSV, XLSX or JSON Lines, whole or not at all. A short import has ended with the answer; ask for a longer one by `importJob`. For an administrator, or for an officer where all rows are about the unit’s own, whose figures wait in reports until they are approved.',
  })
  async importFile(
    @Arg('file', () => UploadScalar, { description: 'The file (tệp).' }) file: UploadedFile,
    @Arg('subject', () => ImportSubjectEnum, {
      nullable: true,
      description: 'What it is about (nội dung); its headers tell where this is absent.',
    })
    subject: SubjectName | null | undefined,
    @Arg('dryRun', () => Boolean, {
      defaultValue: false,
      description: 'Reports what would become of it, and takes nothing (chạy thử).',
    })
    dryRun: boolean,
    @Arg('acceptValid', () => Boolean, {
      defaultValue: false,
      description: 'Takes the rows that nothing is wrong with, though others are rejected (nhận các dòng hợp lệ).',
    })
    acceptValid: boolean,
    @Arg('numbers', () => NumberStyleEnum, {
      nullable: true,
      description: 'How it writes numbers (cách viết số), where it does not tell by itself.',
    })
    numbers: NumberStyle | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ImportJob> {
    const { viewer, today } = context;
    requireLevel(viewer, 'MEMBER_LEVEL');
    const jobs = await importJobs(context.changes.em());
    const scope =
      viewer.role === 'OFFICER' ? { unit: viewer.unit ?? '', today: formatDay(today), actor: viewer } : undefined;
    const id = await jobs.start({
      path: file.path,
      name: file.name,
      subject: subject ?? undefined,
      numbers: numbers ?? undefined,
      dryRun,
      acceptValid,
      limits: UPLOAD_LIMITS,
      scope,
      by: viewer.subject,
      remove: () => file.remove(),
    });
    file.take();
    await jobs.wait(id, PATIENCE_MILLISECONDS);
    await context.changes.after();
    return found(context, id);
  }

  @Access('MEMBER_LEVEL')
  @Mutation(() => ImportJob, {
    description:
      'Stops an import (dừng nhập tệp): nothing of it stays. For whoever started it, and for an administrator.',
  })
  async stopImport(
    @Arg('id', () => ID, { description: JOB }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ImportJob> {
    requireLevel(context.viewer, 'MEMBER_LEVEL');
    if (UUID.test(id)) await (await importJobs(context.changes.em())).stop(id, seenBy(context));
    return found(context, id);
  }

  @Access('MEMBER_LEVEL')
  @Query(() => ImportJob, {
    nullable: true,
    description:
      'An import that runs, or has ended (tiến trình nhập tệp). For whoever started it, and for an administrator.',
  })
  async importJob(
    @Arg('id', () => ID, { description: JOB }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ImportJob | null> {
    requireLevel(context.viewer, 'MEMBER_LEVEL');
    if (!UUID.test(id)) return null;
    const job = await (await importJobs(context.changes.em())).find(id, seenBy(context));
    return job ? shown(job) : null;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whose jobs one sees: everybody's, or one's own. */
function seenBy({ viewer }: RequestContext): string | null {
  return viewer.role === 'ADMINISTRATOR' ? null : viewer.subject;
}

async function found(context: RequestContext, id: string): Promise<ImportJob> {
  const job = UUID.test(id) ? await (await importJobs(context.changes.em())).find(id, seenBy(context)) : undefined;
  if (job) return shown(job);
  throw new CodedError('INPUT_INVALID', `Expected the id of an import of one’s own; got ${id.slice(0, 40)}.`);
}

function shown({ rejected, seconds, ...job }: ImportJobRow): ImportJob {
  const { rows, share, state } = job;
  const isRunning = state === 'RUNNING';
  return {
    ...job,
    rowsPerSecond: rows > 0 && seconds > 0 ? rows / seconds : null,
    secondsLeft: isRunning && share > 0 ? (seconds * (1 - share)) / share : null,
    rejectedFile: rejected,
  };
}

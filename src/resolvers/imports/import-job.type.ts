import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { ImportJobState } from '../../import/files/jobs.ts';
import type { ImportOutcome } from '../../import/files/report.ts';
import type { SubjectName } from '../../import/files/subjects/subject.ts';
import { ImportJobStateEnum, ImportOutcomeEnum, ImportSubjectEnum } from './enums.ts';

@Access('MEMBER_LEVEL')
@ObjectType({ description: 'All rows of a file that the same thing is wrong with (nguyên nhân từ chối).' })
export class ImportCause {
  @Field(() => String, { description: 'A code of the catalogue of errors (mã lỗi).' })
  code!: string;

  @Field(() => String, { description: 'What it means (giải thích).' })
  description!: string;

  @Field(() => String, { description: 'What to do (cách sửa).' })
  remedy!: string;

  @Field(() => String, { description: 'The property in question; empty where it is the row or the file (cột).' })
  property!: string;

  @Field(() => Int, { description: 'How often it was found (số lần).' })
  count!: number;

  @Field(() => [Int], { description: 'The first of the rows (các dòng); none where it is the file.' })
  rows!: readonly number[];

  @Field(() => [String], { description: 'Some of what came, or what it is about (đối tượng).' })
  objects!: readonly string[];
}

@Access('MEMBER_LEVEL')
@ObjectType({ description: 'What became of a file, or would become of it (báo cáo nhập tệp).' })
export class ImportReport {
  @Field(() => ImportOutcomeEnum, { description: 'What became of it (kết quả).' })
  outcome!: ImportOutcome;

  @Field(() => ImportSubjectEnum, { nullable: true, description: 'What it is about (nội dung), where that is told.' })
  subject!: SubjectName | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of what it holds (mã băm), where all of it was read.' })
  sha256!: string | null;

  @Field(() => Int, { description: 'Its rows (số dòng).' })
  rows!: number;

  @Field(() => Int, { description: 'Rows that made something new (số dòng thêm mới).' })
  created!: number;

  @Field(() => Int, { description: 'Rows that changed or corrected something (số dòng cập nhật).' })
  updated!: number;

  @Field(() => Int, { description: 'Rows that say what is known already (số dòng không đổi).' })
  unchanged!: number;

  @Field(() => Int, { description: 'Rows that something is wrong with (số dòng bị từ chối).' })
  rejected!: number;

  @Field(() => [ImportCause], { description: 'What is wrong (nguyên nhân), the most frequent first.' })
  causes!: readonly ImportCause[];
}

@Access('MEMBER_LEVEL')
@ObjectType({ description: 'An import that runs, or has ended (tiến trình nhập tệp).' })
export class ImportJob {
  @Field(() => ID, { description: 'Stable identifier (mã định danh).' })
  id!: string;

  @Field(() => String, { description: 'The name of the file (tên tệp).' })
  name!: string;

  @Field(() => ImportJobStateEnum, { description: 'How far it is (trạng thái).' })
  state!: ImportJobState;

  @Field(() => Boolean, { description: 'Whether it takes nothing, whatever comes of it (chạy thử).' })
  dryRun!: boolean;

  @Field(() => String, { description: 'What is done now (công việc hiện tại).' })
  step!: string;

  @Field(() => Float, { description: 'How much is done, from 0 to 1 (phần đã xong).' })
  share!: number;

  @Field(() => Float, { description: 'Rows read until now (số dòng đã đọc).' })
  rows!: number;

  @Field(() => Float, { nullable: true, description: 'Rows a second (tốc độ, dòng mỗi giây).' })
  rowsPerSecond!: number | null;

  @Field(() => Float, { nullable: true, description: 'About how many seconds are left (thời gian còn lại, giây).' })
  secondsLeft!: number | null;

  @Field(() => ImportReport, { nullable: true, description: 'The report (báo cáo), once it has ended.' })
  report!: ImportReport | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The rejected rows, each with its reasons (tệp các dòng bị từ chối), where the valid ones were taken: as JSON Lines if the file was that, else as CSV.',
  })
  rejectedFile!: string | null;
}

import { registerEnumType } from 'type-graphql';
import { IMPORT_JOB_STATES } from '../../import/files/jobs.ts';
import { IMPORT_OUTCOMES } from '../../import/files/report.ts';
import { enumOf } from '../enum-of.ts';

export const ImportJobStateEnum = enumOf(IMPORT_JOB_STATES);
registerEnumType(ImportJobStateEnum, {
  name: 'ImportJobState',
  description: 'How far an import is (trạng thái nhập dữ liệu).',
  valuesConfig: {
    RUNNING: { description: 'It is under way (đang chạy).' },
    DONE: { description: 'It has ended, and its report tells how (đã xong).' },
    STOPPED: { description: 'It was stopped, and nothing of it stayed (đã dừng).' },
    FAILED: { description: 'It broke off, and nothing of it stayed (bị lỗi).' },
  },
});

export const ImportOutcomeEnum = enumOf(IMPORT_OUTCOMES);
registerEnumType(ImportOutcomeEnum, {
  name: 'ImportOutcome',
  description: 'What became of a file, or would become of it (kết quả nhập tệp).',
  valuesConfig: {
    TAKEN: { description: 'Its valid rows were taken (đã nhập).' },
    REFUSED: { description: 'Nothing of it was taken (bị từ chối).' },
    KNOWN: { description: 'It had been taken before, and changed nothing (đã nhập trước đó).' },
  },
});

/** Subjects as enums are written; a file’s subject has a hyphen where its name here has an underscore. */
export const ImportSubjectEnum = {
  OBSERVATIONS: 'observations',
  MEMBERS: 'members',
  MEMBER_EVENTS: 'member-events',
  SOURCES: 'sources',
  ORGANIZATIONS: 'organizations',
  INDICATORS: 'indicators',
} as const;
registerEnumType(ImportSubjectEnum, {
  name: 'ImportSubject',
  description: 'What a file is about (nội dung tệp).',
  valuesConfig: {
    OBSERVATIONS: {
      description:
        'Figures and targets (số liệu và chỉ tiêu kế hoạch). An officer’s are drafted in the reports of their units.',
    },
    MEMBERS: { description: 'Members with their cells (danh sách đảng viên).' },
    MEMBER_EVENTS: { description: 'Events of members (sự kiện của đảng viên).' },
    SOURCES: { description: 'Source documents (nguồn tài liệu). An officer may add some, and change none.' },
    ORGANIZATIONS: { description: 'Changes of the structure (sắp xếp tổ chức). For an administrator.' },
    INDICATORS: { description: 'Entries of the catalogue (danh mục chỉ tiêu). For an administrator.' },
  },
});

export const NumberStyleEnum = { VIETNAMESE: 'vi', ENGLISH: 'en' } as const;
registerEnumType(NumberStyleEnum, {
  name: 'NumberStyle',
  description: 'How a file writes numbers (cách viết số).',
  valuesConfig: {
    VIETNAMESE: { description: '1.234,5 (kiểu Việt Nam).' },
    ENGLISH: { description: '1,234.5 (kiểu Anh).' },
  },
});

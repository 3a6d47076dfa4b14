/** How far a report has come. */
export const REPORT_STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** How far a figure has come: that of its report, or PUBLISHED for one that came in by a document. */
export const FIGURE_STATES = [...REPORT_STATES, 'PUBLISHED'] as const;
export type FigureState = (typeof FIGURE_STATES)[number];

/** What counts where nobody says otherwise. */
export const STANDING: readonly FigureState[] = ['APPROVED', 'PUBLISHED'];

/** What happened to a report. */
export const REPORT_EVENT_KINDS = ['DRAFTED', 'SUBMITTED', 'RETURNED', 'APPROVED', 'REOPENED'] as const;
export type ReportEventKind = (typeof REPORT_EVENT_KINDS)[number];

/** What can be done to a report. */
export const REPORT_STEPS = ['SUBMIT', 'RETURN', 'APPROVE', 'REOPEN'] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

interface Transition {
  readonly from: readonly ReportState[];
  readonly to: ReportState;
  readonly event: ReportEventKind;
  readonly needsReason: boolean;
}

/** The whole of the way: whatever is not here is refused. */
export const TRANSITIONS: Readonly<Record<ReportStep, Transition>> = {
  SUBMIT: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', event: 'SUBMITTED', needsReason: false },
  RETURN: { from: ['SUBMITTED'], to: 'RETURNED', event: 'RETURNED', needsReason: true },
  APPROVE: { from: ['SUBMITTED'], to: 'APPROVED', event: 'APPROVED', needsReason: false },
  REOPEN: { from: ['APPROVED'], to: 'DRAFT', event: 'REOPENED', needsReason: true },
};

/** In which states the figures of a report can be written. */
export const OPEN_STATES: readonly ReportState[] = ['DRAFT', 'RETURNED'];

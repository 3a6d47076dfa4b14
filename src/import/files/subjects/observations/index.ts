import { hideOutside, runChecks } from '../../checks.ts';
import type { Subject } from '../subject.ts';
import { figureChecks } from './checks.ts';
import { FIGURE_COLUMNS, REPORT_COLUMNS } from './columns.ts';
import { DRAFT_CHECKS, planDrafts, writeDrafts } from './drafts.ts';
import { planPublished, PUBLISH, PUBLISHED_CHECKS } from './published.ts';

/**
 * Figures that a unit reported, and targets that were set for it. Those from one who may change everything count at
 * once, a later one of the same cell of data beside those before; those from a unit wait in its reports for approval.
 */
export const OBSERVATIONS: Subject = {
  name: 'observations',
  title: 'Số liệu báo cáo và chỉ tiêu kế hoạch',
  columns: [...FIGURE_COLUMNS, ...REPORT_COLUMNS],
  async plan(work) {
    if (work.scope) await planDrafts(work);
    else await work.client.query(planPublished(work));
    await runChecks(work, [...figureChecks(work), ...(work.scope ? DRAFT_CHECKS : PUBLISHED_CHECKS)]);
    await hideOutside(work);
  },
  async apply(work) {
    if (work.scope) await writeDrafts(work);
    else await work.client.query(PUBLISH);
  },
};

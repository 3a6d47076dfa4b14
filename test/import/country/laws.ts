import type { Country } from '../../../src/import/country/types.ts';
import { REFORM_DAY } from '../../../src/import/country/types.ts';

/** Days on either side of every change: the last of the old tree, the first of the new one, and far ones. */
export const DAYS = ['1990-01-01', '2025-06-30', REFORM_DAY, '2025-07-02', '2030-12-31'];

const holds = (from: string | null, to: string | null, day: string): boolean =>
  (from === null || from <= day) && (to === null || day < to);

/** Lists every breach of what must hold in any country; empty where all holds. */
export function breaches(country: Country): string[] {
  return [
    ...repeatedCodes(country),
    ...DAYS.flatMap((day) => placementBreaches(country, day)),
    ...successionBreaches(country),
    ...circles(country),
    ...administrativeBreaches(country),
  ];
}

function repeatedCodes({ organizations }: Country): string[] {
  const groups = Map.groupBy(organizations, ({ code }) => code);
  return [...groups].filter(([, { length }]) => length > 1).map(([code]) => `${code} is there twice`);
}

function placementBreaches({ organizations, placements }: Country, day: string): string[] {
  const open = new Set(
    organizations.filter((unit) => holds(unit.openedOn, unit.closedOn, day)).map(({ code }) => code),
  );
  const placed = Map.groupBy(
    placements.filter(({ from, to }) => holds(from, to, day)),
    ({ code }) => code,
  );
  const known = new Set(organizations.map(({ code }) => code));
  const where = (code: string): number => placed.get(code)?.length ?? 0;
  return [
    ...[...open].filter((code) => where(code) !== 1).map((code) => `${code} has ${where(code)} placements on ${day}`),
    ...[...placed.keys()]
      .filter((code) => !open.has(code))
      .map((code) => `${code} is placed on ${day} but not open${known.has(code) ? '' : ' and unknown'}`),
    ...[...placed.values()]
      .flat()
      .filter(({ parent }) => parent !== null && !open.has(parent))
      .map(({ code, parent }) => `${code} is under ${parent} on ${day}, which is not open`),
    ...[...placed.values()]
      .flat()
      .filter(({ parent, kind }) => (parent === null) !== (kind === 'NATION'))
      .map(({ code }) => `${code} has no parent, or is a nation with one`),
  ];
}

function successionBreaches({ organizations, successions, report }: Country): string[] {
  const units = new Map(organizations.map((unit) => [unit.code, unit]));
  const links = Map.groupBy(successions, ({ from }) => from);
  const reported = new Set(
    report.findings
      .filter(({ cause }) => cause === 'COMMUNE_WITHOUT_SUCCESSOR')
      .flatMap(({ rows }) => rows.map(({ oldCode }) => `X${oldCode}`)),
  );
  const known = (code: string): boolean => links.get(code)?.some(({ to }) => to !== null) ?? false;
  return [
    ...organizations
      .filter(({ code, closedOn }) => closedOn !== null && !links.has(code))
      .map(({ code }) => `${code} ended without a succession`),
    ...organizations
      .filter(({ code, closedOn }) => closedOn !== null && code.startsWith('X') && known(code) === reported.has(code))
      .map(({ code }) => `${code} must have a successor or be reported`),
    ...successions
      .filter(({ from, on }) => units.get(from)?.closedOn !== on)
      .map(({ from }) => `${from} is succeeded but did not end that day`),
    ...successions
      .filter(({ to, on }) => to !== null && units.get(to)?.openedOn !== on)
      .map(({ to }) => `${to} succeeds but did not open that day`),
    ...[...links.values()].flatMap((group) => repeatedLinks(group.map(({ from, to }) => `${from} > ${to}`))),
  ];
}

function repeatedLinks(links: readonly string[]): string[] {
  return links.length === new Set(links).size ? [] : [`${links.join(', ')}: one link twice`];
}

function circles({ placements, successions }: Country): string[] {
  const parents = new Map(placements.map(({ code, parent }) => [code, parent]));
  const next = new Map(successions.map(({ from, to }) => [from, to]));
  const endless = (step: ReadonlyMap<string, string | null>, start: string): boolean => {
    let at: string | null | undefined = start;
    for (let count = 0; at !== null && at !== undefined; count += 1) {
      if (count > 10) return true;
      at = step.get(at);
    }
    return false;
  };
  return [
    ...[...parents.keys()].filter((code) => endless(parents, code)).map((code) => `${code} is under itself`),
    ...[...next.keys()].filter((code) => endless(next, code)).map((code) => `${code} succeeds itself`),
  ];
}

function administrativeBreaches({ administrativeUnits, organizations }: Country): string[] {
  const known = new Set(organizations.map(({ code }) => code));
  const groups = Map.groupBy(administrativeUnits, ({ codeList, code }) => `${codeList} ${code}`);
  return [
    ...[...groups].filter(([, { length }]) => length > 1).map(([key]) => `${key} is there twice`),
    ...administrativeUnits
      .filter(({ organization }) => !known.has(organization))
      .map(({ code, organization }) => `${code} is of ${organization}, which is unknown`),
  ];
}

import type { EntityManager } from '@mikro-orm/core';
import { Seeder } from '@mikro-orm/seeder';
import { Dimension, IndicatorDimensionLink } from '../src/facts/indicators/dimension.entity.ts';
import { Indicator } from '../src/facts/indicators/indicator.entity.ts';
import { Observation } from '../src/facts/observations/observation.entity.ts';
import { SourceDocument } from '../src/facts/observations/source-document.entity.ts';
import { AdministrativeUnit } from '../src/facts/organizations/administrative-unit.entity.ts';
import { Organization } from '../src/facts/organizations/organization.entity.ts';
import { Placement } from '../src/facts/organizations/placement.entity.ts';
import type { PublishedData, PublishedFigure } from '../src/import/published/data.ts';
import { readPublishedData } from '../src/import/published/data.ts';
import { formatDay } from '../src/periods/day.ts';
import { parsePeriod } from '../src/periods/parse.ts';
import { searchForm } from '../src/tree/search-form.ts';

/** The thirteen organisations and the 107 figures of the five articles, with their sources and the catalogue. */
export class PublishedFiguresSeeder extends Seeder {
  override async run(em: EntityManager): Promise<void> {
    const data = await readPublishedData();
    for (const source of data.sources) em.create(SourceDocument, { ...source });
    createCatalogue(em, data);
    const organizations = createOrganizations(em, data);
    await em.flush();
    for (const figure of data.figures) createObservation(em, organizations, figure);
    await em.flush();
  }
}

function createCatalogue(em: EntityManager, { dimensions, indicators }: PublishedData): void {
  for (const { values, ...dimension } of dimensions) em.create(Dimension, { ...dimension, valueList: [...values] });
  for (const { dimensions: divided, ...indicator } of indicators) {
    const created = em.create(Indicator, indicator);
    for (const { name, addsUp } of divided) {
      em.create(IndicatorDimensionLink, { indicator: created, dimension: em.getReference(Dimension, name), addsUp });
    }
  }
}

function createOrganizations(em: EntityManager, { organizations }: PublishedData): Map<string, Organization> {
  const byCode = new Map<string, Organization>();
  for (const { code, name, kind, parent, adminUnit, openedOn, closedOn } of organizations) {
    const organization = em.create(Organization, {
      code,
      name,
      searchName: searchForm(name),
      openedOn,
      closedOn,
      synthetic: false,
    });
    byCode.set(code, organization);
    const above = parent === null ? null : organizationOf(byCode, parent);
    em.create(Placement, { organization, parent: above, kind, valid: `[${openedOn ?? ''},${closedOn ?? ''})` });
    if (adminUnit) em.create(AdministrativeUnit, { ...adminUnit, name: name.replace(/^Đảng bộ /, ''), organization });
  }
  return byCode;
}

function createObservation(em: EntityManager, organizations: Map<string, Organization>, figure: PublishedFigure): void {
  const period = figure.period === null ? null : parsePeriod(figure.period);
  const days = period?.type === 'span' ? `[${formatDay(period.from)},${formatDay(period.to)})` : null;
  em.create(Observation, {
    organization: organizationOf(organizations, figure.organization),
    indicator: em.getReference(Indicator, figure.indicator),
    role: figure.role,
    periodKey: figure.period,
    period: days,
    approximate: figure.approximate ?? false,
    per: figure.per ?? null,
    dimensions: figure.dimensions,
    value: figure.value,
    numerator: figure.numerator ?? null,
    denominator: figure.denominator ?? null,
    qualifier: figure.qualifier,
    source: em.getReference(SourceDocument, figure.source),
    knownAt: new Date(figure.knownAt),
    note: figure.note ?? null,
  });
}

function organizationOf(organizations: ReadonlyMap<string, Organization>, code: string): Organization {
  const organization = organizations.get(code);
  if (!organization) throw new Error(`seeds/data names the organisation ${code} before it says what it is`);
  return organization;
}

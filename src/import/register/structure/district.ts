import { DEFAULT_AS_OF, MENTIONED_COMMUNES, PUBLISHED_COMMUNES, QUE_SON } from '../published.ts';
import type { Density } from '../scale.ts';
import type { Frame, StructureBuilder } from './builder.ts';
import { fitCells, moved } from './builder.ts';
import type { Body } from './bodies.ts';
import { districtBodies } from './bodies.ts';
import { addCommuneCells } from './commune.ts';
import type { CountryTree } from './country-tree.ts';
import { addBody } from './grassroots.ts';

/** Which of a district's bodies there are where it is thinned out: an office, a bank, a school, a company. */
const THIN_BODIES = [5, 12, 17, 21];

/** Adds the cells of a district's communes and its other grassroots organisations. */
export function addDistrict(builder: StructureBuilder, tree: CountryTree, district: string, density: Density): void {
  const whole = district === QUE_SON.code;
  const frame: Frame = whole
    ? { tier: district, scope: district, asOf: QUE_SON.asOf }
    : { tier: district, asOf: DEFAULT_AS_OF };
  const first = builder.cells.length;
  const communes = communesOf(builder, tree.childrenOf(district), whole ? 'FULL' : density);
  for (const commune of communes) {
    const published = PUBLISHED_COMMUNES.get(commune);
    if (published === undefined)
      addCommuneCells(builder, tree, commune, frame, whole ? builder.random.int(7, 9) : undefined);
    else addPublishedCommune(builder, tree, district, commune);
  }
  const count = whole ? QUE_SON.grassroots - communes.length : bodyCount(builder, communes.length);
  const bodies = districtBodies(builder.random, count);
  if (whole || density === 'FULL') addBodies(builder, tree, frame, bodies);
  else if (density === 'THIN')
    addBodies(
      builder,
      tree,
      frame,
      bodies.filter((_, at) => THIN_BODIES.includes(at)),
    );
  if (whole) fitScope(builder, first, district, QUE_SON.members - publishedMembers(communes));
}

function communesOf({ random }: StructureBuilder, all: readonly string[], density: Density): readonly string[] {
  if (density === 'FULL' || all.length === 0) return all;
  const published = all.filter((code) => PUBLISHED_COMMUNES.has(code));
  if (density === 'PUBLISHED') return published;
  const chosen = all.filter((code) => PUBLISHED_COMMUNES.has(code) || MENTIONED_COMMUNES.includes(code));
  return chosen.length > 0 ? chosen : [random.pick(all)];
}

/** An island district without communes has few organisations. */
function bodyCount({ random }: StructureBuilder, communes: number): number {
  return communes === 0 ? random.int(8, 14) : random.int(42, 56);
}

function addPublishedCommune(builder: StructureBuilder, tree: CountryTree, district: string, commune: string): void {
  const published = PUBLISHED_COMMUNES.get(commune);
  const first = builder.cells.length;
  const frame: Frame = { tier: district, scope: commune, asOf: published?.asOf ?? DEFAULT_AS_OF };
  addCommuneCells(builder, tree, commune, frame, published?.cells);
  if (published?.members !== undefined) fitScope(builder, first, commune, published.members);
}

function publishedMembers(communes: readonly string[]): number {
  return communes.reduce((sum, commune) => sum + (PUBLISHED_COMMUNES.get(commune)?.members ?? 0), 0);
}

/** Brings the cells of a scope, from the given one on, to so many members together. */
function fitScope(builder: StructureBuilder, first: number, scope: string, members: number): void {
  fitCells(
    builder.cells.slice(first).filter((cell) => cell.scope === scope),
    members,
  );
}

/** Each has its seat in one of the communes, half of them in the district's main one, and hangs under its heir since. */
function addBodies(builder: StructureBuilder, tree: CountryTree, frame: Frame, bodies: readonly Body[]): void {
  const { tier } = frame;
  const { random } = builder;
  const main = tree.mainHeirOf(tier);
  const communes = tree.childrenOf(tier);
  bodies.forEach((body, at) => {
    const away = communes.length > 0 && random.chance(0.5);
    const tierSince = away ? (tree.heirsOf(random.pick(communes))[0] as string) : main;
    const kind = body.committee ? 'GRASSROOTS_COMMITTEE' : 'GRASSROOTS_CELL';
    addBody(builder, frame, {
      code: `${tier}-A${String(at + 1).padStart(2, '0')}`,
      body,
      of: tree.placeOf(tier),
      placements: moved({ parent: tier, kind }, { parent: tierSince, kind }),
      tierSince,
      cells: random.int(3, 9),
    });
  });
}

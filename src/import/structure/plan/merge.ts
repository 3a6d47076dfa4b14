import type { Day } from '../../../periods/day.ts';
import { isCell } from '../../../tree/kind.ts';
import { distribute } from '../distribute.ts';
import type { MergeOperation, NewUnit } from '../operation.ts';
import { contradictory, kindNotAllowed } from '../refusals.ts';
import type { Place, Plan, Scene, SceneUnit } from '../scene.ts';
import { childrenFrom, ended, opened, openOn, rehung, stepsOfHeir } from '../scene.ts';

/** Merges units into a new one, or into one that is open: what hangs below them, and the members of cells, go there. */
export function planMerge(scene: Scene, { codes, into, on }: MergeOperation): Plan {
  const sources = [...new Set(codes)].filter((code) => code !== into.code).map((code) => openOn(scene, code, on));
  const existing = scene.units.has(into.code);
  if (sources.length === 0 || (!existing && sources.length < 2))
    throw contradictory('Expected at least two units that become one.');
  const heir = existing ? openOn(scene, into.code, on) : heirOf(sources, into, on);
  for (const { unit, place } of sources) {
    if (isCell(place.kind) !== isCell(heir.place.kind)) {
      throw kindNotAllowed(
        `Expected cells to become a cell and committees a committee; ${unit.code} is a ${place.kind}, ${into.code} a ${heir.place.kind}.`,
      );
    }
  }
  return {
    units: [
      ...(existing ? [] : [heir.unit]),
      ...sources.flatMap(({ unit }) =>
        childrenFrom(scene, unit.code, on).map((child) => rehung(child, unit.code, into.code, on)),
      ),
      ...sources.map(({ unit }) => ended(unit, on)),
    ],
    successions: sources.map(({ unit }) => ({ from: unit.code, to: into.code, kind: 'MERGED' })),
    transfers: distribute(
      scene.stays.filter(({ cell }) => cell !== into.code),
      { rest: into.code },
    ),
  };
}

interface Source {
  readonly unit: SceneUnit;
  readonly place: Place;
}

function heirOf(sources: readonly Source[], { code, name, kind, parent }: NewUnit, on: Day): Source {
  const [first] = sources;
  if (name === undefined || !first) throw contradictory(`Expected a name for the new unit ${code}.`);
  if (kind === undefined && severalOf(sources, (place) => place.kind))
    throw contradictory(`Expected the kind of ${code}: those that become it are of several.`);
  if (parent === undefined && severalOf(sources, (place) => place.parent))
    throw contradictory(`Expected the parent of ${code}: those that become it hang in several places.`);
  const synthetic = sources.some((source) => source.unit.synthetic);
  const unit = opened({ code, name, synthetic }, stepsOfHeir(first.unit, on, { kind, parent }));
  return { unit, place: unit.places[0] ?? first.place };
}

function severalOf(sources: readonly Source[], what: (place: Place) => unknown): boolean {
  return new Set(sources.map(({ place }) => what(place))).size > 1;
}

import { CodedError, shown } from '../../errors/coded-error.ts';
import { STRUCTURE_OPERATION_KINDS } from '../../facts/structure/structure-operation.ts';
import type { Day } from '../../periods/day.ts';
import { parseDay } from '../../periods/day.ts';
import { ORGANIZATION_KINDS } from '../../tree/kind.ts';
import type { Distribution, LaterPlace, NewUnit, SplitPart, StructureOperation } from './operation.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads an operation from the JSON of an import row: the fields of operation.ts, days as YYYY-MM-DD.
 * @throws CodedError INPUT_INVALID with the field, what was expected and what came
 */
export function readOperation(row: unknown): StructureOperation {
  const fields = object(row, 'row');
  const op = oneOf(fields['op'], STRUCTURE_OPERATION_KINDS, 'op');
  const decided = { on: day(fields['on'], 'on'), decision: text(fields['decision'], 'decision') };
  switch (op) {
    case 'OPEN':
      return {
        op,
        ...decided,
        code: text(fields['code'], 'code'),
        name: text(fields['name'], 'name'),
        kind: kind(fields['kind'], 'kind'),
        parent: text(fields['parent'], 'parent'),
        then: maybe(fields['then'], (value, path) => list(value, laterPlace, path), 'then'),
      };
    case 'CLOSE':
      return {
        op,
        ...decided,
        code: text(fields['code'], 'code'),
        members: maybe(fields['members'], distribution, 'members'),
      };
    case 'MOVE':
      return {
        op,
        ...decided,
        code: text(fields['code'], 'code'),
        parent: text(fields['parent'], 'parent'),
        kind: maybe(fields['kind'], kind, 'kind'),
      };
    case 'RENAME':
      return { op, ...decided, code: text(fields['code'], 'code'), name: text(fields['name'], 'name') };
    case 'MERGE':
      return { op, ...decided, codes: list(fields['codes'], text, 'codes'), into: newUnit(fields['into'], 'into') };
    case 'SPLIT':
      return {
        op,
        ...decided,
        code: text(fields['code'], 'code'),
        into: list(fields['into'], splitPart, 'into'),
        members: maybe(fields['members'], distribution, 'members'),
        rest: maybe(fields['rest'], text, 'rest'),
      };
    case 'CONVERT':
      return {
        op,
        ...decided,
        code: text(fields['code'], 'code'),
        into: newUnit(fields['into'], 'into'),
        cells: maybe(fields['cells'], (value, path) => list(value, newCell, path), 'cells'),
        members: maybe(fields['members'], distribution, 'members'),
      };
  }
}

function laterPlace(value: unknown, path: string): LaterPlace {
  const fields = object(value, path);
  return {
    on: day(fields['on'], `${path}.on`),
    parent: text(fields['parent'], `${path}.parent`),
    kind: maybe(fields['kind'], kind, `${path}.kind`),
  };
}

function distribution(value: unknown, path: string): Distribution {
  const fields = object(value, path);
  return {
    named: maybe(fields['named'], (each, at) => list(each, namedMembers, at), `${path}.named`),
    rest: maybe(fields['rest'], text, `${path}.rest`),
    evenly: maybe(fields['evenly'], (each, at) => list(each, text, at), `${path}.evenly`),
  };
}

function namedMembers(value: unknown, path: string): { cell: string; members: readonly number[] } {
  const fields = object(value, path);
  return { cell: text(fields['cell'], `${path}.cell`), members: list(fields['members'], memberId, `${path}.members`) };
}

function newUnit(value: unknown, path: string): NewUnit {
  const fields = object(value, path);
  return {
    code: text(fields['code'], `${path}.code`),
    name: maybe(fields['name'], text, `${path}.name`),
    kind: maybe(fields['kind'], kind, `${path}.kind`),
    parent: maybe(fields['parent'], text, `${path}.parent`),
  };
}

function splitPart(value: unknown, path: string): SplitPart {
  const { children } = object(value, path);
  return { ...newUnit(value, path), children: maybe(children, (each, at) => list(each, text, at), `${path}.children`) };
}

function newCell(value: unknown, path: string): { code: string; name: string } {
  const fields = object(value, path);
  return { code: text(fields['code'], `${path}.code`), name: text(fields['name'], `${path}.name`) };
}

function kind(value: unknown, path: string): (typeof ORGANIZATION_KINDS)[number] {
  return oneOf(value, ORGANIZATION_KINDS, path);
}

function maybe<T>(value: unknown, read: (value: unknown, path: string) => T, path: string): T | undefined {
  return value === undefined || value === null ? undefined : read(value, path);
}

function object(value: unknown, path: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw invalid(path, 'an object', value);
}

function list<T>(value: unknown, read: (value: unknown, path: string) => T, path: string): T[] {
  if (!Array.isArray(value) || value.length === 0) throw invalid(path, 'a list with at least one entry', value);
  return value.map((each: unknown, at) => read(each, `${path}[${at}]`));
}

function text(value: unknown, path: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value.trim().normalize('NFC');
  throw invalid(path, 'a text', value);
}

function memberId(value: unknown, path: string): number {
  const id = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  if (typeof id === 'number' && Number.isInteger(id) && id > 0 && id < 2 ** 31) return id;
  throw invalid(path, 'the id of a member', value);
}

function day(value: unknown, path: string): Day {
  const found = typeof value === 'string' ? parseDay(value) : undefined;
  if (found !== undefined) return found;
  throw invalid(path, 'a day as YYYY-MM-DD', value);
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], path: string): T {
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  throw invalid(path, `one of ${allowed.join(', ')}`, value);
}

function invalid(path: string, expected: string, received: unknown): CodedError {
  return new CodedError('INPUT_INVALID', `Expected ${expected} in \`${path}\`; got ${shown(received)}.`, {
    expected,
    received: shown(received),
  });
}

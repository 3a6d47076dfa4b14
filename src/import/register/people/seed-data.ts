import { readFile } from 'node:fs/promises';
import type { Sex } from '../../../facts/members/member.ts';

interface WeightedName {
  readonly name: string;
  readonly weight: number;
}

/** Parts of names, as seeds/data/synthetic-names.json holds them. */
export interface NameParts {
  readonly surnames: readonly WeightedName[];
  readonly surnamesByEthnicity: Readonly<Record<string, readonly WeightedName[]>>;
  readonly middleNames: Readonly<Record<Sex, readonly WeightedName[]>>;
  readonly givenNames: Readonly<Record<Sex, readonly string[]>>;
}

/** One of the 54 groups: people at the census, and provinces where it mainly lives, largest first. */
export interface Ethnicity {
  readonly code: string;
  readonly weight: number;
  readonly homes: readonly string[];
}

/** What the made-up people are made of. */
export interface PeopleData {
  readonly names: NameParts;
  readonly ethnicities: readonly Ethnicity[];
}

export async function readPeopleData(): Promise<PeopleData> {
  const [names, ethnicities] = await Promise.all([
    read<NameParts>('synthetic-names'),
    read<Ethnicity[]>('ethnicities'),
  ]);
  return { names, ethnicities };
}

async function read<T>(name: string): Promise<T> {
  const file = new URL(`../../../../seeds/data/${name}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as T;
}

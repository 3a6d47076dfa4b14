import { readFile } from 'node:fs/promises';
import type { EntityManager } from '@mikro-orm/core';
import { Seeder } from '@mikro-orm/seeder';
import type { ValidationForm } from '../src/facts/indicators/validation-rule.ts';
import { ValidationRule } from '../src/facts/indicators/validation-rule.entity.ts';

/** A rule as seeds/data holds it. */
export interface SeedRule {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly rule: ValidationForm;
}

/** Reads the project's own rules. */
export async function readSeedRules(): Promise<SeedRule[]> {
  return JSON.parse(await readFile(new URL('data/validation-rules.json', import.meta.url), 'utf8')) as SeedRule[];
}

/** The rules that figures are held against. */
export class ValidationRulesSeeder extends Seeder {
  override async run(em: EntityManager): Promise<void> {
    for (const rule of await readSeedRules()) em.create(ValidationRule, rule);
    await em.flush();
  }
}

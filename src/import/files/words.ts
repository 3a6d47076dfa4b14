import type { ClientBase } from 'pg';
import type { DimensionValue } from '../../facts/indicators/dimension.entity.ts';
import { searchForm } from '../../tree/search-form.ts';

interface DimensionRow {
  readonly name: string;
  readonly nameVi: string;
  readonly values: readonly DimensionValue[];
}

/** The values of dimensions by what people write: their codes, or their names in either language. */
export class Words {
  private readonly names = new Map<string, string>();
  private readonly values = new Map<string, ReadonlyMap<string, string>>();

  constructor(dimensions: readonly DimensionRow[]) {
    for (const { name, nameVi, values } of dimensions) {
      for (const word of [name, nameVi]) this.names.set(searchForm(word), name);
      const spoken = values.flatMap(({ value, nameVi: vi, nameEn: en }) =>
        [en, vi, value].map((word) => [searchForm(word), value] as const),
      );
      this.values.set(name, new Map(spoken));
    }
  }

  static async read(client: ClientBase): Promise<Words> {
    const { rows } = await client.query<DimensionRow>(
      `select name, name_vi as "nameVi", value_list as "values" from dimension`,
    );
    return new Words(rows);
  }

  /** The dimension that a word means; undefined for none. */
  dimension(word: string): string | undefined {
    return this.names.get(searchForm(word));
  }

  /** The value of a dimension that a word means; undefined for none. */
  value(dimension: string, word: string): string | undefined {
    return this.values.get(dimension)?.get(searchForm(word));
  }
}

import { Migration } from '@mikro-orm/migrations';

/**
 * The record of readings gets one row for all members of a request of whom the same fields were read, in place of a row
 * for each: `member_ids`. Rows of before hold one member, and their hashes stay as they are. `down` writes a row for
 * each member again; rows that are split so, and those after them, get new numbers and hashes.
 */
export class Migration20261123000000ReadingsByRequest extends Migration {
  override up(): void {
    this.addSql(`drop index member_reading_member_id_index`);
    this.addSql(`alter table member_reading alter column member_id type int[] using array[member_id]`);
    this.addSql(`alter table member_reading rename column member_id to member_ids`);
    this.addSql(`create index member_reading_member_ids_index on member_reading using gin (member_ids)`);
    this.addSql(
      hashFunction(
        `case cardinality(reading.member_ids) when 1 then to_jsonb(reading.member_ids[1]) else to_jsonb(reading.member_ids) end`,
      ),
    );
  }

  override down(): void {
    this.addSql(`alter table member_reading disable trigger user`);
    this.addSql(`create temporary table reading_before on commit drop as
      select row_number() over (order by number, place) as number, at, subject, role, unit, member as member_id, fields, operation, document
      from member_reading, unnest(member_ids) with ordinality as one(member, place)`);
    this.addSql(`truncate member_reading`);
    this.addSql(`drop index member_reading_member_ids_index`);
    this.addSql(`alter table member_reading rename column member_ids to member_id`);
    this.addSql(`alter table member_reading alter column member_id type int using member_id[1]`);
    this.addSql(`create index member_reading_member_id_index on member_reading (member_id)`);
    this.addSql(hashFunction('reading.member_id'));
    this.addSql(REWRITE);
    this.addSql(`alter table member_reading enable trigger user`);
  }
}

const hashFunction = (members: string): string =>
  `create or replace function member_reading_hash(reading member_reading) returns text language sql stable as $body$
    select encode(sha256(convert_to(jsonb_build_array(
      reading.previous, reading.number, extract(epoch from reading.at), reading.subject, reading.role, reading.unit,
      ${members}, reading.fields, reading.operation, reading.document
    )::text, 'UTF8')), 'hex')
  $body$`;

const REWRITE = `do $body$
  declare
    one record;
    written member_reading;
  begin
    written.hash := '';
    for one in select * from reading_before order by number loop
      written := row(one.number, one.at, one.subject, one.role, one.unit, one.member_id, one.fields, one.operation,
        one.document, written.hash, '')::member_reading;
      written.hash := member_reading_hash(written);
      insert into member_reading select written.*;
    end loop;
    update member_reading_head set number = coalesce(written.number, 0), hash = written.hash;
  end
$body$`;

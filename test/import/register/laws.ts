/** What holds in any register: a law, and a statement that finds what breaks it. */

const MEMBERSHIP = `
  select member_id, range_agg(valid) as during, count(*) as stays,
    lower(range_agg(valid)) as came, upper(range_agg(valid)) as went
  from member_cell group by member_id`;

/** Units of some kinds whose target of a year is not what the targets right below come to. */
function targetsThatDisagree(kinds: string, [first, last]: readonly [number, number]): string {
  return `
    with target as (
      select organization_id, period_key::int as year, value from observation
      where role = 'TARGET' and indicator_code = 'MEMBERS_ADMITTED' and period_key ~ '^\\d{4}$'
    ), below as (
      select parent_id, year, sum(value) as value from target join placement using (organization_id)
      where valid @> make_date(year, 12, 31) group by parent_id, year
    )
    select placement.organization_id, asked.year from generate_series(${first}, ${last}) asked (year)
    join placement on kind in (${kinds}) and valid @> make_date(asked.year, 12, 31)
    left join target on target.organization_id = placement.organization_id and target.year = asked.year
    left join below on below.parent_id = placement.organization_id and below.year = asked.year
    where target.value is distinct from below.value`;
}

export const LAWS: Readonly<Record<string, string>> = {
  'a unit hangs under another only while that one hangs itself': `
    select placement.id from placement
    where parent_id is not null and not valid <@ (select range_agg(above.valid) from placement above where above.organization_id = parent_id)`,
  'a unit hangs somewhere exactly while it is open': `
    select unit.code from organization unit
    where unit.synthetic and datemultirange(daterange(opened_on, closed_on)) <>
      (select range_agg(valid) from placement where organization_id = unit.id)`,
  'members are in cells only, and only while these are open': `
    select stay.id from member_cell stay
    where not coalesce(stay.valid * daterange('2021-01-01', null) <@ (
      select range_agg(valid) from placement where organization_id = cell_id and kind in ('CELL', 'GRASSROOTS_CELL')), false)`,
  'a member is in a cell from the admission on without a gap': `
    select member.id from member join (${MEMBERSHIP}) membership on member_id = member.id
    where came <> admitted_on or (select count(*) from unnest(during)) <> 1`,
  'who has left is in no cell, and everybody else is': `
    select member.id from member left join (${MEMBERSHIP}) membership on member_id = member.id
    where member_id is null or (status = 'LEFT') <> (went is not null)`,
  'leaving is an event on the last day': `
    select member.id from member join (${MEMBERSHIP}) membership on member_id = member.id
    left join member_event on member_event.member_id = member.id and kind = 'LEAVING'
    where went is distinct from on_date`,
  'whoever is expelled leaves that day, and nobody leaves as expelled otherwise': `
    select member_id from member_event where kind = 'DISCIPLINE' and detail = 'EXPULSION'
    except select member_id from member_event where kind = 'LEAVING' and detail = 'EXPELLED'
    union all
    (select member_id from member_event where kind = 'LEAVING' and detail = 'EXPELLED'
    except select member_id from member_event where kind = 'DISCIPLINE' and detail = 'EXPULSION')`,
  'probationary members are neither dismissed nor expelled': `
    select member_event.id from member_event join member on member.id = member_id
    where detail in ('DISMISSAL', 'EXPULSION') and (official_on is null or official_on > on_date)`,
  'a member becomes official after twelve months, and up to two more': `
    select id from member where official_on not between admitted_on + interval '1 year' and admitted_on + interval '1 year 2 months'`,
  'becoming official within the five years is an event, and nothing else is': `
    select member_id, on_date from member_event where kind = 'BECOMING_OFFICIAL'
    except select id, official_on from member
    union all
    (select id, official_on from member where official_on >= '2021-01-01'
    except select member_id, on_date from member_event where kind = 'BECOMING_OFFICIAL')`,
  'an admission within the five years is an event': `
    (select id, admitted_on from member where admitted_on >= '2021-01-01'
    except select member_id, on_date from member_event where kind = 'ADMISSION')
    union all
    (select member_id, on_date from member_event where kind = 'ADMISSION' except select id, admitted_on from member)`,
  'a move is one stay that ends and another that begins, with an event for each cell': `
    select departure.id from member_event departure
    left join member_event arrival on arrival.member_id = departure.member_id and arrival.on_date = departure.on_date and arrival.kind = 'TRANSFER_IN'
    left join member_cell old on old.member_id = departure.member_id and old.cell_id = departure.cell_id and upper(old.valid) = departure.on_date
    left join member_cell new on new.member_id = arrival.member_id and new.cell_id = arrival.cell_id and lower(new.valid) = arrival.on_date
    where departure.kind = 'TRANSFER_OUT' and (arrival.id is null or old.id is null or new.id is null)`,
  'whoever moved was official, or the whole cell moved': `
    select member_event.id from member_event join member on member.id = member_id join organization on organization.id = cell_id
    where kind = 'TRANSFER_OUT' and official_on > on_date and closed_on is distinct from on_date`,
  'other events happen to members of the cell': `
    select event.id from member_event event
    where kind in ('ADMISSION', 'BECOMING_OFFICIAL', 'AWARD', 'BADGE', 'DISCIPLINE') and detail is distinct from 'EXPULSION'
      and not exists (select from member_cell stay where stay.member_id = event.member_id and stay.cell_id = event.cell_id and stay.valid @> on_date)`,
  'events fall into the five years': `
    select id from member_event where on_date not between '2021-01-01' and '2025-12-31'`,
  'badges come after so many years, not much later, and once': `
    select member_event.id from member_event join member on member.id = member_id
    where kind = 'BADGE' and on_date not between admitted_on + detail::int * interval '1 year' and admitted_on + detail::int * interval '1 year' + interval '4 months'
    union all
    select min(id) from member_event where kind = 'BADGE' group by member_id, detail having count(*) > 1`,
  'members were 18 or older, and are alive at an age that people reach': `
    select id from member where admitted_on < born_on + interval '18 years' or born_on < '1920-01-01'`,
  'everything that is made up says so': `
    select id from member where not synthetic
    union all select id from organization where code ~ '-[AC]\\d|-G\\d|^(2025-)?K' and not synthetic and code <> 'K52-01'
    union all select id from organization where synthetic and code ~ '^(VN|(2025-)?[THX]\\d+)$'`,
  'cells have 3 to 60 members at the end of 2023': `
    select cell_id from member_cell join placement on organization_id = cell_id and placement.valid @> date '2023-12-31'
    where member_cell.valid @> date '2023-12-31'
    group by cell_id having count(*) not between 2 and 75`,
  'a district’s target is the sum of what is below, of which only a term’s target is left out': targetsThatDisagree(
    `'DISTRICT', 'BLOC'`,
    [2021, 2024],
  ),
  'a province’s target is the sum of what is right below': targetsThatDisagree(`'PROVINCE'`, [2021, 2025]),
};

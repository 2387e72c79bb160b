/**
 * Every entry of the register under any id that was joined to `$1`, directly or by way of others: up to the id that stands
 * for all, then down to all that stand under it.
 */
export const RECORDS_OF = `with recursive up as (
    select $1::text collate "C" as id union select i.into_id from up join read_identity i on i.id = up.id where i.into_id is not null),
  same as (
    select id from up union select i.id from same join read_identity i on i.into_id = same.id)
  select a.id, a.state from read_award a where a.subject_id in (select id from same) order by a.year, a.id`;

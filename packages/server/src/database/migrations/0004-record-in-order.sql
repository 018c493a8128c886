-- The order of the record, without a variable of the table's own row type: PostgreSQL looks such a type up again, by name, when it has counted the table anew meanwhile,
-- and “record” then means its own type of that name. From that moment every session that was already open could write nothing into the record, and so do nothing at all.
create or replace function record_in_order() returns trigger language plpgsql as $$
declare last_seq bigint; last_hash text;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.practice::text, 0));
  select seq, hash into last_seq, last_hash from record where practice = new.practice order by seq desc limit 1;
  if new.seq <> coalesce(last_seq, 0) + 1 or new.prev <> coalesce(last_hash, repeat('0', 64)) then
    raise exception 'the record continues at % after %', coalesce(last_seq, 0) + 1, coalesce(last_hash, repeat('0', 64)) using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- The desk. Whatever must never happen is forbidden here, not in the code that calls: see test/attacks.
-- Every tenant table carries `practice`, is closed by row-level security to all but the practice named by desk_practice(),
-- and belongs to the owner; the application works as chaperone_app.

-- People and their ways in are better-auth's; the names of its columns are its own. -------------------------------------------------

create table "user" (
  id text primary key, name text not null, email text not null unique, "emailVerified" boolean not null default false, image text,
  "twoFactorEnabled" boolean not null default false, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create table "session" (
  id text primary key, "expiresAt" timestamptz not null, token text not null unique, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
  "ipAddress" text, "userAgent" text, "userId" text not null references "user" (id) on delete cascade
);
create index on "session" ("userId");
create table "account" (
  id text primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references "user" (id) on delete cascade, issuer text,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, scope text, password text,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index on "account" ("userId");
create table "verification" (
  id text primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index on "verification" (identifier);

-- Practices -------------------------------------------------------------------------------------------------------------------------

create table practices (
  id uuid primary key,
  name text not null,
  states text[] not null,
  specialty text not null,
  place text not null default '',
  time_zone text not null,
  locations jsonb not null default '[]',
  phones text[] not null default '{}',
  names text[] not null default '{}',
  staff jsonb not null default '[]',
  medical_director text not null default '',
  position jsonb not null default '{"sentence":"","proofs":[],"use":[],"never":[]}',
  cadence int not null default 4 check (cadence between 1 and 50),
  promotional_share double precision not null default 0.25 check (promotional_share between 0 and 1),
  approvals text not null default 'every-post' check (approvals in ('every-post', 'when-risky')),
  answer_within int not null default 24,
  -- SHA-256 of the rules in force here, house rules included. A verdict of another pack opens no gate.
  pack text not null default '',
  revision int not null default 1,
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index one_demo on practices (is_demo) where is_demo;

create table providers (
  id uuid primary key, practice uuid not null references practices on delete cascade, name text not null, degree text not null default '', licence text not null default '',
  licence_state text, licence_expires date, boards jsonb not null default '[]', specialties text[] not null default '{}', created_at timestamptz not null default now()
);
create index on providers (practice);

create table channels (
  id uuid primary key, practice uuid not null references practices on delete cascade, network text not null, name text not null, url text,
  connected boolean not null default false, paused boolean not null default false, removed_at timestamptz, created_at timestamptz not null default now(),
  unique (practice, id)
);

create table house_rules (
  id uuid primary key, practice uuid not null references practices on delete cascade, name text not null, yaml text not null, enabled boolean not null default true, changed_at timestamptz not null default now()
);
create index on house_rules (practice);

create table members (
  practice uuid not null references practices on delete cascade, person text not null references "user" (id), role text not null check (role in ('owner', 'compliance', 'editor', 'contributor', 'viewer')),
  since timestamptz not null default now(), removed_at timestamptz,
  primary key (practice, person)
);
create index on members (person);

create table invitations (
  id uuid primary key, practice uuid not null references practices on delete cascade, email text not null, role text not null, token_hash text not null unique,
  invited_by text not null references "user" (id), expires_at timestamptz not null, accepted_at timestamptz, revoked_at timestamptz, created_at timestamptz not null default now()
);
create index on invitations (practice);

create table keys (
  id uuid primary key, practice uuid not null references practices on delete cascade, name text not null, starts text not null, secret_hash text not null unique, scopes text[] not null,
  created_by text not null references "user" (id), created_at timestamptz not null default now(), expires_at timestamptz, last_used_at timestamptz, revoked_at timestamptz
);
create index on keys (practice);

create table webhooks (
  id uuid primary key, practice uuid not null references practices on delete cascade, url text not null, events text[] not null, secret text not null, enabled boolean not null default true, created_at timestamptz not null default now(),
  unique (practice, id)
);
create table deliveries (
  id uuid primary key, practice uuid not null references practices on delete cascade, webhook uuid not null, event text not null, body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')), attempts int not null default 0, status int, says text, at timestamptz not null default now(), next_at timestamptz,
  foreign key (practice, webhook) references webhooks (practice, id) on delete cascade
);
create index on deliveries (webhook, at desc);
create index on deliveries (next_at) where state = 'waiting';

-- Posts and versions ----------------------------------------------------------------------------------------------------------------

-- `writers` are all whose words are in the draft: none of them is the second pair of eyes on it.
create table posts (
  id uuid primary key, practice uuid not null references practices on delete cascade, title text not null default '', author text not null references "user" (id), writers text[] not null default '{}',
  draft jsonb not null, revision int not null default 1,
  state text not null default 'draft' check (state in ('idea', 'draft', 'waiting', 'returned', 'approved', 'scheduled', 'held', 'published')),
  held_why text, planned_for timestamptz, version text, asked_of text references "user" (id), asked_at timestamptz,
  deleted_at timestamptz, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  unique (practice, id)
);
create index on posts (practice, updated_at desc, id desc);
create index on posts (practice, planned_for);
create index on posts (practice, state) where deleted_at is null;
create index on posts (practice, state, planned_for);

create table pictures (
  id uuid primary key, practice uuid not null references practices on delete cascade, type text not null, bytes bytea not null, created_at timestamptz not null default now()
);
create index on pictures (practice);

-- A version is its content: the hash names it, and nothing about it ever changes.
create table versions (
  practice uuid not null references practices on delete cascade, post uuid not null, hash text not null, number int not null, content text not null,
  author text not null references "user" (id), writers text[] not null default '{}', at timestamptz not null default now(),
  primary key (practice, hash),
  unique (practice, post, hash),
  unique (post, number),
  foreign key (practice, post) references posts (practice, id) on delete cascade,
  constraint named_by_its_content check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  constraint of_its_post check (content::jsonb ->> 'post' = post::text)
);
alter table posts add constraint current_version foreign key (practice, id, version) references versions (practice, post, hash);

-- What the check said about a version, and how many people it asks for.
create table verdicts (
  id uuid primary key, practice uuid not null references practices on delete cascade, version text not null, pack text not null, verdict text not null check (verdict in ('clear', 'question', 'stop')),
  findings jsonb not null, stops text[] not null, questions text[] not null, people_needed int not null check (people_needed between 0 and 5), four_eyes boolean not null, risks text[] not null default '{}',
  at timestamptz not null default clock_timestamp(), seq bigint generated always as identity,
  foreign key (practice, version) references versions (practice, hash) on delete cascade,
  constraint says_what_it_found check (verdict = case when cardinality(stops) > 0 then 'stop' when cardinality(questions) > 0 then 'question' else 'clear' end),
  constraint stops_take_two check (cardinality(stops) = 0 or (four_eyes and people_needed >= 1)),
  constraint questions_take_two check (cardinality(questions) = 0 or (four_eyes and people_needed >= 1))
);
create index on verdicts (practice, version, seq desc);

create table approvals (
  id uuid primary key, practice uuid not null references practices on delete cascade, post uuid not null, version text not null, person text not null references "user" (id),
  decision text not null check (decision in ('approved', 'returned')), note text not null default '', at timestamptz not null default now(), lapsed_at timestamptz, lapsed_why text,
  foreign key (practice, post, version) references versions (practice, post, hash) on delete cascade
);
create unique index one_open_decision on approvals (practice, version, person) where lapsed_at is null;
create index on approvals (practice, post);

create table overrides (
  id uuid primary key, practice uuid not null references practices on delete cascade, post uuid not null, version text not null, rule text not null,
  reason text not null check (length(reason) >= 10), asked_by text not null references "user" (id), asked_at timestamptz not null default now(),
  decided_by text references "user" (id), decided_at timestamptz, granted boolean, note text not null default '',
  foreign key (practice, post, version) references versions (practice, post, hash) on delete cascade,
  constraint takes_a_second_person check (decided_by is null or decided_by <> asked_by),
  constraint decided_as_a_whole check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (granted is null))
);
create unique index one_open_override on overrides (practice, version, rule) where granted is null or granted;

create table publications (
  id uuid primary key, practice uuid not null references practices on delete cascade, post uuid not null, version text not null, channel uuid not null,
  at timestamptz not null, state text not null check (state in ('scheduled', 'held', 'missed', 'published', 'removed')), held_why text, published_at timestamptz, url text,
  created_by text not null references "user" (id), created_at timestamptz not null default now(),
  foreign key (practice, post, version) references versions (practice, post, hash) on delete cascade,
  foreign key (practice, channel) references channels (practice, id)
);
create unique index once_a_channel on publications (practice, version, channel) where state <> 'removed';
create index on publications (practice, at);
create index on publications (at) where state = 'scheduled';
create index on publications (post);

-- The record: append only, one chain a practice. -----------------------------------------------------------------------------------

create table record (
  practice uuid not null references practices on delete cascade, seq bigint not null, at timestamptz not null, action text not null, subject text not null, entry text not null, prev text not null, hash text not null,
  primary key (practice, seq),
  constraint chained check (hash = encode(sha256(convert_to(prev || chr(10) || entry, 'UTF8')), 'hex')),
  constraint tells_its_place check ((entry::jsonb ->> 'seq')::bigint = seq and entry::jsonb ->> 'practice' = practice::text)
);
create index on record (practice, subject);

-- What a trigger may say no to ------------------------------------------------------------------------------------------------------

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;


create trigger versions_stay before update on versions for each row execute function refuse_change();
create trigger verdicts_stay before update on verdicts for each row execute function refuse_change();
create trigger record_stays before update on record for each row execute function refuse_change();

-- A role of someone who is still a member; null when there is none.
create function role_of(the_practice uuid, the_person text) returns text language sql stable security definer set search_path = public as $$
  select role from members where practice = the_practice and person = the_person and removed_at is null
$$;

create function record_in_order() returns trigger language plpgsql as $$
declare last record%rowtype;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.practice::text, 0));
  select * into last from record where practice = new.practice order by seq desc limit 1;
  if new.seq <> coalesce(last.seq, 0) + 1 or new.prev <> coalesce(last.hash, repeat('0', 64)) then
    raise exception 'the record continues at % after %', coalesce(last.seq, 0) + 1, coalesce(last.hash, repeat('0', 64)) using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger record_in_order before insert on record for each row execute function record_in_order();

create function keep_an_owner() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(old.practice::text, 1));
  if old.role = 'owner' and old.removed_at is null and (tg_op = 'DELETE' or new.role <> 'owner' or new.removed_at is not null)
    and exists (select from practices where id = old.practice)
    and not exists (select from members where practice = old.practice and person <> old.person and role = 'owner' and removed_at is null) then
    raise exception 'a practice keeps at least one owner' using errcode = 'CH009';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_an_owner before update or delete on members for each row execute function keep_an_owner();

-- The gate asks who somebody is here, so nobody makes themselves somebody else.
create function owners_decide() returns trigger language plpgsql as $$
begin
  if desk_person() is not null and role_of(old.practice, desk_person()) is distinct from 'owner' then
    raise exception 'only an owner changes who may do what' using errcode = 'CH001';
  end if;
  return new;
end $$;
create trigger owners_decide before update on members for each row execute function owners_decide();

create function latest_verdict(the_practice uuid, the_version text) returns verdicts language sql stable as $$
  select * from verdicts where practice = the_practice and version = the_version order by seq desc limit 1
$$;

-- Whether a person's words are in a version.
create function wrote(the_practice uuid, the_version text, the_person text) returns boolean language sql stable as $$
  select exists (select from versions where practice = the_practice and hash = the_version and (author = the_person or the_person = any (writers)))
$$;

-- An approval is of the post's current version, by a member who may, under the rules in force, and not by the author where two pairs of eyes are asked for.
create function may_approve() returns trigger language plpgsql as $$
declare checked verdicts%rowtype; current_version text; pack_now text;
begin
  if tg_op = 'UPDATE' then
    if old.lapsed_at is not null or new.lapsed_at is null
      or (new.id, new.practice, new.post, new.version, new.person, new.decision, new.note, new.at) is distinct from (old.id, old.practice, old.post, old.version, old.person, old.decision, old.note, old.at) then
      raise exception 'an approval only lapses' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if coalesce(role_of(new.practice, new.person), '') not in ('owner', 'compliance') then
    raise exception 'only an owner or compliance approves' using errcode = 'CH001';
  end if;
  if new.person is distinct from desk_person() then
    raise exception 'nobody approves for someone else' using errcode = 'CH001';
  end if;
  select version into current_version from posts where practice = new.practice and id = new.post and deleted_at is null;
  if current_version is distinct from new.version then
    raise exception 'only the current version is approved' using errcode = 'CH002';
  end if;
  if new.decision = 'returned' then return new; end if;
  checked := latest_verdict(new.practice, new.version);
  select pack into pack_now from practices where id = new.practice;
  if checked.id is null or checked.pack <> pack_now then
    raise exception 'the version was not checked under the rules in force' using errcode = 'CH003';
  end if;
  if checked.four_eyes and wrote(new.practice, new.version, new.person) then
    raise exception 'the author does not approve where two pairs of eyes are asked for' using errcode = 'CH004';
  end if;
  return new;
end $$;
create trigger may_approve before insert or update on approvals for each row execute function may_approve();

-- An override is asked by one and granted by another who may; neither grants what they wrote.
create function may_override() returns trigger language plpgsql as $$
declare current_version text;
begin
  select version into current_version from posts where practice = new.practice and id = new.post and deleted_at is null;
  if current_version is distinct from new.version then
    raise exception 'only the current version is overridden' using errcode = 'CH002';
  end if;
  if tg_op = 'INSERT' then
    if new.granted is not null or new.asked_by is distinct from desk_person() then raise exception 'an override is asked for first, by oneself' using errcode = 'CH005'; end if;
    return new;
  end if;
  if old.granted is not null or (new.id, new.practice, new.post, new.version, new.rule, new.reason, new.asked_by, new.asked_at) is distinct from (old.id, old.practice, old.post, old.version, old.rule, old.reason, old.asked_by, old.asked_at) then
    raise exception 'an override is decided once' using errcode = 'restrict_violation';
  end if;
  if new.decided_by is distinct from desk_person() or coalesce(role_of(new.practice, new.decided_by), '') not in ('owner', 'compliance') or (new.granted and wrote(new.practice, new.version, new.decided_by)) then
    raise exception 'a stop is overridden by a second person who may' using errcode = 'CH005';
  end if;
  return new;
end $$;
create trigger may_override before insert or update on overrides for each row execute function may_override();

-- The gate. Nothing is scheduled or published that is not the current version, checked under the rules in force, without an open stop or question,
-- and approved by as many people as its risk asks for. The code asks first and answers in words; this is what it cannot forget.
create function gate() returns trigger language plpgsql as $$
declare checked verdicts%rowtype; this_post posts%rowtype; this_version versions%rowtype; pack_now text; agreed int;
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.practice, new.post, new.version, new.channel) is distinct from (old.id, old.practice, old.post, old.version, old.channel) then
      raise exception 'a publication stays what it is' using errcode = 'restrict_violation';
    end if;
    if old.state in ('published', 'removed') and new.state not in ('published', 'removed') then
      raise exception 'what went out cannot go out again' using errcode = 'restrict_violation';
    end if;
    if new.state = old.state and new.at = old.at then return new; end if;
  end if;
  if new.state not in ('scheduled', 'published') or (tg_op = 'UPDATE' and old.state = 'published') then return new; end if;
  -- The desk itself is nobody; a person needs the role.
  if desk_person() is not null and coalesce(role_of(new.practice, desk_person()), '') not in ('owner', 'compliance', 'editor') then
    raise exception 'only who may schedule sends out' using errcode = 'CH001';
  end if;

  select * into this_post from posts where practice = new.practice and id = new.post;
  if this_post.id is null or this_post.deleted_at is not null or this_post.version is distinct from new.version then
    raise exception 'only the current version goes out' using errcode = 'CH002';
  end if;
  select * into this_version from versions where practice = new.practice and hash = new.version;
  select pack into pack_now from practices where id = new.practice;
  checked := latest_verdict(new.practice, new.version);
  if checked.id is null or checked.pack <> pack_now then
    raise exception 'the version was not checked under the rules in force' using errcode = 'CH003';
  end if;
  if exists (select from unnest(checked.stops) as stop where not exists (
    select from overrides o where o.practice = new.practice and o.version = new.version and o.rule = stop and o.granted and role_of(o.practice, o.decided_by) in ('owner', 'compliance'))) then
    raise exception 'a stop is open' using errcode = 'CH005';
  end if;
  if exists (select from unnest(checked.questions) as question where not exists (
    select from jsonb_array_elements(this_version.content::jsonb -> 'reasons') as given where given ->> 'rule' = question and length(trim(given ->> 'reason')) >= 3)) then
    raise exception 'a question is open' using errcode = 'CH006';
  end if;
  select count(distinct a.person) into agreed from approvals a
    where a.practice = new.practice and a.version = new.version and a.decision = 'approved' and a.lapsed_at is null
      and role_of(a.practice, a.person) in ('owner', 'compliance') and not (checked.four_eyes and wrote(a.practice, a.version, a.person));
  if agreed < checked.people_needed then
    raise exception 'not enough people have approved' using errcode = 'CH007';
  end if;
  if exists (select from approvals a where a.practice = new.practice and a.version = new.version and a.decision = 'returned' and a.lapsed_at is null) then
    raise exception 'someone returned it' using errcode = 'CH007';
  end if;
  if new.state = 'scheduled' and new.at <= now() then
    raise exception 'the planned time has passed' using errcode = 'CH008';
  end if;
  return new;
end $$;
create trigger gate before insert or update on publications for each row execute function gate();

-- When the words change, what was agreed about the old ones lapses, and what was scheduled is held.
create function lapse_with_the_words() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.version is distinct from old.version or (new.deleted_at is not null and old.deleted_at is null) then
    update approvals set lapsed_at = now(), lapsed_why = 'edited' where practice = new.practice and post = new.id and lapsed_at is null and version is not distinct from old.version;
    update publications set state = 'held', held_why = 'edited' where practice = new.practice and post = new.id and state = 'scheduled';
  end if;
  return null;
end $$;
create trigger lapse_with_the_words after update on posts for each row execute function lapse_with_the_words();

-- When an approver leaves or may no longer approve, so do their open approvals.
create function lapse_with_the_person() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (new.removed_at is not null and old.removed_at is null) or (old.role in ('owner', 'compliance') and new.role not in ('owner', 'compliance')) then
    update publications set state = 'held', held_why = 'approver-left' where practice = new.practice and state = 'scheduled'
      and version in (select version from approvals where practice = new.practice and person = new.person and lapsed_at is null and decision = 'approved');
    update approvals a set lapsed_at = now(), lapsed_why = 'approver-left' where a.practice = new.practice and a.person = new.person and a.lapsed_at is null
      and not exists (select from publications p where p.practice = a.practice and p.version = a.version and p.state = 'published');
  end if;
  return null;
end $$;
create trigger lapse_with_the_person after update on members for each row execute function lapse_with_the_person();

-- Rights ----------------------------------------------------------------------------------------------------------------------------

do $$
declare tenant text;
begin
  foreach tenant in array array['providers', 'channels', 'house_rules', 'members', 'invitations', 'keys', 'webhooks', 'deliveries', 'posts', 'pictures', 'versions', 'verdicts', 'approvals', 'overrides', 'publications', 'record'] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('create policy of_this_practice on %I for all to chaperone_app using (practice = desk_practice()) with check (practice = desk_practice())', tenant);
  end loop;
end $$;
alter table practices enable row level security;
create policy of_this_practice on practices for all to chaperone_app using (id = desk_practice()) with check (id = desk_practice());

grant select, update on practices to chaperone_app;
grant select, insert, update, delete on providers, house_rules, webhooks, deliveries, pictures to chaperone_app;
grant select, update on members to chaperone_app;
grant select, insert, update on channels, invitations, keys, posts, approvals, overrides, publications to chaperone_app;
grant select, insert on versions, verdicts, record to chaperone_app;
-- The desk shows who did what: names of people who are or were members here, never the rest of the table.
create view people with (security_barrier) as
  select u.id, u.name, u.email, u."twoFactorEnabled" as two_factor from "user" u where exists (select from members m where m.person = u.id and m.practice = desk_practice());
grant select on people to chaperone_app;

-- Publishing. What a network was asked and what it answered is written down around every call that cannot be taken back, and the database knows the order in which
-- a publication may go from one state to another. See docs/decisions/0014-publishing.md.

alter table practices add column silent_since timestamptz, add column silent_why text not null default '';

alter table channels add column settings jsonb not null default '{}';

-- The developer app that the practice registered with a network, or that the desk registered with a server of one (`host`).
create table apps (
  practice uuid not null references practices on delete cascade, network text not null, host text not null default '', client_id text not null, client_secret text, changed_at timestamptz not null default now(),
  primary key (practice, network, host)
);

-- How a channel signs in. `credentials` are sealed; `turn` counts their changes, so that two who refresh at once cannot both store.
create table connections (
  channel uuid primary key, practice uuid not null references practices on delete cascade, account jsonb not null, credentials text not null, scopes text[] not null default '{}', turn int not null default 1,
  expires_at timestamptz, refresh_expires_at timestamptz, state text not null default 'connected' check (state in ('connected', 'needs-sign-in')), says text,
  described jsonb, tested_at timestamptz, refreshing_until timestamptz, connected_by text references "user" (id), connected_at timestamptz not null default now(),
  foreign key (practice, channel) references channels (practice, id) on delete cascade
);
create index on connections (practice);

-- A sign-in at a network that is under way: who began it, for what, and until when. What the network answered is sealed here while a person chooses among accounts.
create table sign_ins (
  state_hash text primary key, practice uuid not null references practices on delete cascade, person text not null references "user" (id), network text not null, host text not null default '', channel uuid,
  verifier text not null, accounts text, expires_at timestamptz not null
);
create index on sign_ins (practice);

alter table publications drop constraint publications_state_check;
alter table publications
  add constraint publications_state_check check (state in ('scheduled', 'held', 'preparing', 'prepared', 'committing', 'published', 'unknown', 'failed', 'removed', 'missed')),
  -- When the publisher looks at it next; null while nothing is to be done by itself.
  add column next_at timestamptz,
  -- Who works on it now, and until when nobody else may.
  add column worker uuid, add column worker_until timestamptz,
  add column kept jsonb not null default '{}', add column first_tried_at timestamptz, add column tries int not null default 0,
  add column remote jsonb, add column failed_kind text, add column says text,
  add column read_back jsonb, add column read_at timestamptz,
  add constraint published_is_dated check (state <> 'published' or published_at is not null);
create index on publications (next_at) where next_at is not null;
alter table publications add unique (practice, id);

-- Every call to a network on behalf of a publication: begun before, ended after. One without an end is what a crash leaves.
create table attempts (
  id uuid primary key, practice uuid not null references practices on delete cascade, publication uuid not null, step text not null check (step in ('prepare', 'commit', 'reconcile', 'read-back', 'remove')),
  at timestamptz not null default clock_timestamp(), ended_at timestamptz, outcome text, kind text, code text, says text, person text references "user" (id), seq bigint generated always as identity,
  foreign key (practice, publication) references publications (practice, id) on delete cascade
);
create index on attempts (practice, publication, seq);

create function attempts_end_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or (new.id, new.practice, new.publication, new.step, new.at) is distinct from (old.id, old.practice, old.publication, old.step, old.at) then
    raise exception 'what was tried stays as it was' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger attempts_end_once before update on attempts for each row execute function attempts_end_once();

-- Which state may follow which. A state that is not on the left goes nowhere.
create function may_follow(was text, now_is text) returns boolean language sql immutable as $$
  select case was
    when 'scheduled' then now_is in ('held', 'missed', 'preparing', 'failed', 'published', 'removed')
    when 'held' then now_is in ('scheduled', 'missed', 'published', 'removed')
    when 'missed' then now_is in ('scheduled', 'held', 'published', 'removed')
    when 'failed' then now_is in ('scheduled', 'held', 'missed', 'published', 'removed')
    when 'preparing' then now_is in ('prepared', 'scheduled', 'held', 'missed', 'failed', 'removed')
    when 'prepared' then now_is in ('committing', 'scheduled', 'held', 'missed', 'failed', 'removed')
    when 'committing' then now_is in ('published', 'unknown', 'failed', 'prepared')
    when 'unknown' then now_is in ('published', 'failed', 'prepared', 'held')
    when 'published' then now_is = 'removed'
    else false end
$$;

-- The gate again, for all states: it is asked before anything is planned, before the one call that cannot be taken back, and before somebody says that they posted by hand.
create or replace function gate() returns trigger language plpgsql as $$
declare checked verdicts%rowtype; this_post posts%rowtype; this_version versions%rowtype; pack_now text; agreed int;
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.practice, new.post, new.version, new.channel) is distinct from (old.id, old.practice, old.post, old.version, old.channel) then
      raise exception 'a publication stays what it is' using errcode = 'restrict_violation';
    end if;
    if new.state = old.state and new.at = old.at then return new; end if;
    if new.state <> old.state and not may_follow(old.state, new.state) then
      raise exception 'what was % does not become %', old.state, new.state using errcode = 'restrict_violation';
    end if;
    if old.state = 'unknown' and not exists (select from attempts a where a.practice = new.practice and a.publication = new.id and a.step = 'reconcile' and a.outcome in ('committed', 'absent')
      and a.seq > coalesce((select max(b.seq) from attempts b where b.publication = new.id and b.step = 'commit'), 0)) then
      raise exception 'only looking tells what is unknown' using errcode = 'CH010';
    end if;
    -- What a network has done is written down whatever the gate says now.
    if old.state in ('committing', 'unknown') then return new; end if;
  elsif new.state not in ('scheduled', 'published') then
    return new;
  end if;
  if new.state not in ('scheduled', 'committing', 'published') then return new; end if;
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
  -- What is being tried again keeps its time; what is planned anew needs one that is ahead.
  if new.state = 'scheduled' and new.at <= now() and (tg_op = 'INSERT' or old.state not in ('preparing', 'prepared')) then
    raise exception 'the planned time has passed' using errcode = 'CH008';
  end if;
  if new.state = 'committing' and exists (select from channels c join practices p on p.id = c.practice where c.practice = new.practice and c.id = new.channel
    and (c.paused or c.removed_at is not null or p.silent_since is not null)) then
    raise exception 'the channel is paused' using errcode = 'CH011';
  end if;
  return new;
end $$;

-- Words that change take back what has not gone out; what is on its way keeps the post from changing.
create or replace function lapse_with_the_words() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.version is distinct from old.version or (new.deleted_at is not null and old.deleted_at is null) then
    if exists (select from publications where practice = new.practice and post = new.id and state in ('committing', 'unknown')) then
      raise exception 'the post is on its way out' using errcode = 'CH012';
    end if;
    update approvals set lapsed_at = now(), lapsed_why = 'edited' where practice = new.practice and post = new.id and lapsed_at is null and version is not distinct from old.version;
    update publications set state = 'held', held_why = 'edited', next_at = null where practice = new.practice and post = new.id and state in ('scheduled', 'preparing', 'prepared');
  end if;
  return null;
end $$;

create or replace function lapse_with_the_person() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (new.removed_at is not null and old.removed_at is null) or (old.role in ('owner', 'compliance') and new.role not in ('owner', 'compliance')) then
    update publications set state = 'held', held_why = 'approver-left', next_at = null where practice = new.practice and state in ('scheduled', 'preparing', 'prepared')
      and version in (select version from approvals where practice = new.practice and person = new.person and lapsed_at is null and decision = 'approved');
    update approvals a set lapsed_at = now(), lapsed_why = 'approver-left' where a.practice = new.practice and a.person = new.person and a.lapsed_at is null
      and not exists (select from publications p where p.practice = a.practice and p.version = a.version and p.state in ('published', 'committing', 'unknown'));
  end if;
  return null;
end $$;

do $$
declare tenant text;
begin
  foreach tenant in array array['apps', 'connections', 'sign_ins', 'attempts'] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('create policy of_this_practice on %I for all to chaperone_app using (practice = desk_practice()) with check (practice = desk_practice())', tenant);
  end loop;
end $$;
grant select, insert, update, delete on apps, connections, sign_ins to chaperone_app;
grant select, insert, update on attempts to chaperone_app;

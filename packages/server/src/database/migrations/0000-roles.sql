-- The role a person's request runs as. It owns nothing, cannot sign in and cannot look past row-level security.
-- Roles belong to the whole cluster, so another database may have made it already, or be making it this moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'chaperone_app') then
    create role chaperone_app nologin noinherit;
  end if;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'The database user % may not create roles. Ask its administrator to run: create role chaperone_app nologin noinherit; grant chaperone_app to %', current_user, current_user
      using errcode = 'insufficient_privilege';
end $$;

do $$
begin
  if not pg_has_role(current_user, 'chaperone_app', 'member') then
    execute format('grant chaperone_app to %I', current_user);
  end if;
exception when unique_violation or internal_error then null;
end $$;

grant usage on schema public to chaperone_app;

-- Who is asking. Outside a person's transaction both are null, and null equals nothing, so no row matches.
create function desk_practice() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('chaperone.practice', true), '')::uuid $$;

create function desk_person() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('chaperone.person', true), '') $$;

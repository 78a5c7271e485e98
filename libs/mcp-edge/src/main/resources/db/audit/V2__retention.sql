-- What was removed when its time was over. Whoever removes rows leaves a row here: the trigger
-- writes it, and these rows stay.
create table audit.removals (
    number   bigint      generated always as identity primary key,
    at       timestamptz not null default clock_timestamp(),
    server   text        not null,
    relation text        not null,
    rows     bigint      not null,
    oldest   timestamptz not null,
    newest   timestamptz not null,
    by       text        not null default session_user
);

-- Rows come in nearly by time, so this costs next to nothing when they are written.
create index tool_calls_age on audit.tool_calls using brin (at);
create index intents_age on audit.intents using brin (at);

-- What no setting can go below.
create function audit.shortest_retention() returns interval language sql immutable as
    $$ select interval '90 days' $$;

drop trigger tool_calls_append_only on audit.tool_calls;
drop trigger intents_append_only on audit.intents;
create trigger tool_calls_append_only before update or truncate on audit.tool_calls
    for each statement execute function audit.refuse_change();
create trigger intents_append_only before update or truncate on audit.intents
    for each statement execute function audit.refuse_change();
create trigger removals_append_only before update or delete or truncate on audit.removals
    for each statement execute function audit.refuse_change();

-- Refuses what is younger than the purge under way goes, and all there is when none is.
create function audit.refuse_young() returns trigger language plpgsql as $$
declare
    before timestamptz := nullif(current_setting('audit.purged_before', true), '')::timestamptz;
begin
    if before is null or old.at >= before or old.at >= now() - audit.shortest_retention() then
        raise exception 'audit rows can be added and never changed, and go when their time is over';
    end if;
    return old;
end
$$;

create function audit.record_removal() returns trigger language plpgsql as $$
begin
    insert into audit.removals (server, relation, rows, oldest, newest)
        select server, tg_table_name, count(*), min(at), max(at) from gone group by server;
    return null;
end
$$;

create trigger tool_calls_age before delete on audit.tool_calls
    for each row execute function audit.refuse_young();
create trigger intents_age before delete on audit.intents
    for each row execute function audit.refuse_young();
create trigger tool_calls_removal after delete on audit.tool_calls referencing old table as gone
    for each statement execute function audit.record_removal();
create trigger intents_removal after delete on audit.intents referencing old table as gone
    for each statement execute function audit.record_removal();

alter table audit.tool_calls enable always trigger tool_calls_append_only;
alter table audit.tool_calls enable always trigger tool_calls_age;
alter table audit.tool_calls enable always trigger tool_calls_removal;
alter table audit.intents enable always trigger intents_append_only;
alter table audit.intents enable always trigger intents_age;
alter table audit.intents enable always trigger intents_removal;
alter table audit.removals enable always trigger removals_append_only;

-- Removes the oldest calls and intents of one server, a bounded number of each, in the order in
-- which they were written. Gives how many it removed; none while another one removes.
create function audit.purge(whose text, "before" timestamptz, most integer) returns bigint
language plpgsql as $$
declare
    removed bigint := 0;
    part bigint;
begin
    if "before" > now() - audit.shortest_retention() then
        raise exception 'audit rows are kept for % at least', audit.shortest_retention();
    end if;
    if not pg_try_advisory_xact_lock(hashtext('audit purge'), hashtext(whose)) then
        return 0;
    end if;
    perform set_config('audit.purged_before', "before"::text, true);
    delete from audit.intents where id in
        (select id from audit.intents where server = whose and at < "before"
         order by at, id limit most);
    get diagnostics part = row_count;
    removed := removed + part;
    delete from audit.tool_calls where id in
        (select id from audit.tool_calls where server = whose and at < "before"
         order by at, id limit most);
    get diagnostics part = row_count;
    removed := removed + part;
    perform set_config('audit.purged_before', '', true);
    return removed;
end
$$;

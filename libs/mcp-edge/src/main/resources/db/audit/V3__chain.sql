-- One append-only row for everything a server did that must be accounted for, in one unbroken chain per
-- server: each hash covers the one before, the number, the content and the arguments. Rows come in only by
-- audit.append; what versions before the chain wrote stays in audit.tool_calls and audit.intents.
create table audit.entries (
    server           text        not null,
    number           bigint      not null,
    kind             text        not null
        check (kind in ('call', 'intent', 'resolution', 'read', 'removal', 'erasure')),
    call             uuid        not null,
    at               timestamptz not null,
    version          text        not null,
    tool             text        not null,
    contract         text,
    caller           text,
    subject          text,
    client           text,
    run              text,
    correlation      text,
    trace            text,
    arguments        jsonb       not null,
    sealed_by        text[],
    outcome          text        check (outcome in ('ok', 'failed', 'indeterminate')),
    error_type       text,
    error_code       text,
    http_status      integer,
    result_digest    text,
    micros           bigint,
    attempts         integer,
    upstream_calls   integer,
    batch_size       integer,
    breaker          text,
    quota_left       bigint,
    refers           uuid,
    digest           bytea       not null,
    arguments_digest bytea       not null,
    previous         bytea       not null,
    hash             bytea       not null,
    primary key (server, number)
);

create unique index entries_call on audit.entries (call, kind);
create index entries_run on audit.entries (run, at) where run is not null;
create index entries_age on audit.entries using brin (at);
create index entries_intents on audit.entries (server, at) where kind = 'intent';
create index entries_open on audit.entries (server, at) where outcome = 'indeterminate';
create index entries_repeats on audit.entries (server, (arguments ->> 'idempotency_key'))
    where kind = 'call' and arguments ->> 'idempotency_key' is not null;

-- Where each chain ends. Whoever appends holds the row until the commit, so that numbers have no gap and
-- stand in the order of the commits, on however many nodes.
create table audit.heads (
    server text   primary key,
    number bigint not null,
    hash   bytea  not null
) with (fillfactor = 50);

-- By what personal values in arguments are sealed. Without the key nobody finds out by trying what they
-- were; the chain does not need it.
create table audit.account_keys (
    account text        primary key,
    key     bytea       not null,
    made_at timestamptz not null default clock_timestamp()
);

-- Which checkpoints have left the database, and where an old end of a chain may be cut off.
create table audit.checkpoints (
    server    text        not null,
    number    bigint      not null,
    hash      text        not null,
    at        timestamptz not null,
    key       text        not null,
    signature text        not null,
    primary key (server, number)
);

alter table audit.removals add column through bigint;

create function audit.random_key() returns bytea language sql volatile
    set search_path = pg_catalog, pg_temp as
    $$ select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) $$;

-- The accounts' keys in one; a key that nobody keeps where there is none.
create function audit.sealing_key(accounts text[]) returns bytea language sql volatile
    set search_path = pg_catalog, pg_temp as $$
    select coalesce(sha256(string_agg(key, ''::bytea order by account collate "C")), audit.random_key())
    from audit.account_keys where account = any (accounts)
$$;

-- Appends entries to a server's chain, in their order and all or none. Fields are named like the columns;
-- a server of another version may give fewer or more of them.
--
-- Keys come before the head: whoever holds a head never waits for a key.
create function audit.append(whose text, entries jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    head  audit.heads;
    entry audit.entries;
begin
    if entries @? '$[*].sealed_by[*]' then
        insert into audit.account_keys (account, key)
        select account, audit.random_key()
        from (select distinct account #>> '{}' as account
              from jsonb_path_query(entries, '$[*].sealed_by[*]') account) named
        order by account collate "C"
        on conflict (account) do nothing;
    end if;
    select * into head from audit.heads where server = whose for update;
    if not found then
        insert into audit.heads (server, number, hash)
        values (whose, 0, sha256(convert_to('onboarding audit ' || whose, 'UTF8')))
        on conflict (server) do nothing;
        select * into head from audit.heads where server = whose for update;
    end if;
    for entry in select * from jsonb_populate_recordset(null::audit.entries, entries) loop
        entry.server := whose;
        entry.number := head.number + 1;
        entry.previous := head.hash;
        if entry.sealed_by is not null then
            entry.arguments_digest :=
                sha256(audit.sealing_key(entry.sealed_by) || entry.arguments_digest);
        end if;
        entry.hash := sha256(
            entry.previous || int8send(entry.number) || entry.digest || entry.arguments_digest);
        insert into audit.entries values (entry.*);
        head.number := entry.number;
        head.hash := entry.hash;
    end loop;
    update audit.heads set number = head.number, hash = head.hash where server = whose;
    return head.number;
end
$$;

-- For those who may read the trail and append nothing else: that they have read it.
create function audit.append_reading(says jsonb) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as
    $$ select audit.append('auditor', says) $$;

-- Up to which number a server's entries are all older than that and end in a checkpoint; about so many
-- at a time. Null when there is nothing to remove.
create function audit.prunable(whose text, "before" timestamptz, most integer) returns bigint
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    first bigint := (select min(number) from audit.entries where server = whose);
    young bigint := (select number from audit.entries
                     where server = whose and at >= "before" order by number limit 1);
begin
    return coalesce(
        (select max(number) from audit.checkpoints
         where server = whose and number >= first and number < first + most
           and number < coalesce(young, number + 1)),
        (select min(number) from audit.checkpoints
         where server = whose and number >= first + most and number < coalesce(young, number + 1)));
end
$$;

-- Removes a server's entries up to a checkpoint and appends what it is told to say about it.
create function audit.prune(whose text, "before" timestamptz, through bigint, says jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    removed bigint;
begin
    if "before" > now() - audit.shortest_retention() then
        raise exception 'audit rows are kept for % at least', audit.shortest_retention();
    end if;
    if not pg_try_advisory_xact_lock(hashtext('audit purge'), hashtext(whose)) then
        return 0;
    end if;
    if jsonb_array_length(says) <> 1 then
        raise exception 'a removal is an entry of the chain: give the one that says so';
    end if;
    if not exists (select from audit.checkpoints where server = whose and number = through) then
        raise exception 'entry % of % is no checkpoint: entries go up to one', through, whose;
    end if;
    perform set_config('audit.purged_before', "before"::text, true);
    delete from audit.entries where server = whose and number <= through;
    get diagnostics removed = row_count;
    perform set_config('audit.purged_before', '', true);
    delete from audit.checkpoints where server = whose and number < through;
    if removed > 0 then
        perform audit.append(whose, says);
    end if;
    return removed;
end
$$;

-- Makes personal values in the arguments of an account's calls unprovable for good.
create function audit.erase(accounts text[]) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    erased integer;
begin
    delete from audit.account_keys where account = any (accounts);
    get diagnostics erased = row_count;
    return erased;
end
$$;

create function audit.record_entries_removal() returns trigger language plpgsql as $$
begin
    insert into audit.removals (server, relation, rows, oldest, newest, through)
        select server, tg_table_name, count(*), min(at), max(at), max(number) from gone group by server;
    return null;
end
$$;

create function audit.refuse_held() returns trigger language plpgsql as $$
begin
    if exists (select from audit.entries where server = old.server and number <= old.number) then
        raise exception 'checkpoints stay as long as the entries under them, and are never changed';
    end if;
    return old;
end
$$;

create trigger entries_append_only before update or truncate on audit.entries
    for each statement execute function audit.refuse_change();
create trigger entries_age before delete on audit.entries
    for each row execute function audit.refuse_young();
create trigger entries_removal after delete on audit.entries referencing old table as gone
    for each statement execute function audit.record_entries_removal();
create trigger heads_stay before delete or truncate on audit.heads
    for each statement execute function audit.refuse_change();
create trigger checkpoints_append_only before update or truncate on audit.checkpoints
    for each statement execute function audit.refuse_change();
create trigger checkpoints_held before delete on audit.checkpoints
    for each row execute function audit.refuse_held();
create trigger account_keys_append_only before update or truncate on audit.account_keys
    for each statement execute function audit.refuse_change();

alter table audit.entries enable always trigger entries_append_only;
alter table audit.entries enable always trigger entries_age;
alter table audit.entries enable always trigger entries_removal;
alter table audit.heads enable always trigger heads_stay;
alter table audit.checkpoints enable always trigger checkpoints_append_only;
alter table audit.checkpoints enable always trigger checkpoints_held;
alter table audit.account_keys enable always trigger account_keys_append_only;

-- A role that serves tools may be told apart from the owner: it calls these and owns nothing.
alter function audit.purge(text, timestamptz, integer) security definer;
alter function audit.purge(text, timestamptz, integer)
    set search_path = pg_catalog, pg_temp;
revoke execute on all functions in schema audit from public;

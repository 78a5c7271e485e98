-- One row for each call of a tool. Rows are added and never changed: the trigger refuses it, also in a
-- session that plays a replica. Only the owner of the tables can take the trigger away.
create table audit.tool_calls (
    id               uuid primary key,
    at               timestamptz not null,
    server           text        not null,
    version          text        not null,
    tool             text        not null,
    caller           text,
    run              text,
    correlation      text,
    arguments        jsonb       not null,
    arguments_digest text        not null,
    outcome          text        not null check (outcome in ('ok', 'failed')),
    error_type       text,
    error_code       text,
    http_status      integer,
    result_digest    text,
    micros           bigint      not null
);

create index tool_calls_run on audit.tool_calls (run, at) where run is not null;
create index tool_calls_tool on audit.tool_calls (server, tool, at);

-- What a writing tool was about to do. An intent without a call of the same id has an unknown outcome.
create table audit.intents (
    id               uuid primary key,
    at               timestamptz not null,
    server           text        not null,
    tool             text        not null,
    run              text,
    arguments        jsonb       not null,
    arguments_digest text        not null
);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit rows can be added and never changed';
end
$$;

create trigger tool_calls_append_only before update or delete or truncate on audit.tool_calls
    for each statement execute function audit.refuse_change();
create trigger intents_append_only before update or delete or truncate on audit.intents
    for each statement execute function audit.refuse_change();
alter table audit.tool_calls enable always trigger tool_calls_append_only;
alter table audit.intents enable always trigger intents_append_only;

-- What all nodes share about the limits of external systems, and what each run has cost.

-- One row for each call that may be under way at once. A permit is free when its lease is over, so
-- those of a node that died come back by themselves.
create table quota.permits (
    pool   text        not null,
    slot   integer     not null,
    holder text        not null,
    until  timestamptz not null,
    primary key (pool, slot)
) with (fillfactor = 50);

-- Nodes that found no permit, in the order in which they came: a busy node does not overtake them.
create table quota.waiters (
    pool   text        not null,
    node   text        not null,
    person boolean     not null,
    since  timestamptz not null,
    until  timestamptz not null,
    primary key (pool, node, person)
) with (fillfactor = 50);

-- Takes one of a pool's permits in one statement; null when there is none for this caller now. The
-- last `kept` permits are for people, who take them first. Nothing here is worth waiting for the
-- disk: after a crash all permits are free anyway.
create function quota.take_permit(
    whose text, size integer, kept integer, for_person boolean, who text, lease interval)
returns integer language plpgsql as $$
declare
    at     timestamptz := clock_timestamp();
    mine   timestamptz;
    taken  integer;
begin
    set local synchronous_commit = off;
    select since into mine from quota.waiters
        where pool = whose and node = who and person = for_person and until > at;
    if not exists (select from quota.waiters w
                   where w.pool = whose and w.node <> who and w.until > at
                     and w.since < coalesce(mine, at) and (w.person or not for_person)) then
        update quota.permits p set holder = who, until = at + lease
        where p.pool = whose and p.slot = (
            select f.slot from quota.permits f
            where f.pool = whose and f.until <= at
              and f.slot <= case when for_person then size else size - kept end
            order by case when for_person then -f.slot else f.slot end
            limit 1 for update skip locked)
        returning p.slot into taken;
    end if;
    if taken is not null then
        if mine is not null then
            delete from quota.waiters where pool = whose and node = who and person = for_person;
        end if;
        return taken;
    end if;
    if (select count(*) from quota.permits where pool = whose and slot <= size) < size then
        insert into quota.permits (pool, slot, holder, until)
        select whose, slot, '', '-infinity' from generate_series(1, size) slot
        on conflict do nothing;
        return quota.take_permit(whose, size, kept, for_person, who, lease);
    end if;
    insert into quota.waiters (pool, node, person, since, until)
    values (whose, who, for_person, at, at + interval '300 milliseconds')
    on conflict (pool, node, person) do update
        set until = excluded.until,
            since = case when waiters.until > at then waiters.since else excluded.since end;
    return null;
end
$$;

create function quota.give_back(whose text, which integer, who text)
returns void language plpgsql as $$
begin
    set local synchronous_commit = off;
    update quota.permits set holder = '', until = '-infinity'
    where pool = whose and slot = which and holder = who;
end
$$;

-- Says how many of the given permits the node still held.
create function quota.renew_permits(whose text, which integer[], who text, lease interval)
returns integer language plpgsql as $$
declare
    renewed integer;
begin
    set local synchronous_commit = off;
    update quota.permits set until = clock_timestamp() + lease
    where pool = whose and slot = any (which) and holder = who;
    get diagnostics renewed = row_count;
    return renewed;
end
$$;

-- Rates, as bucket4j keeps them.
create table quota.buckets (
    id         text primary key,
    state      bytea,
    expires_at bigint
);

-- What a system said last of an allocation that all its users draw on.
create table quota.gauges (
    system     text        not null,
    allocation text        not null,
    used       bigint      not null,
    allowed    bigint      not null,
    kept       bigint      not null,
    resets_at  timestamptz,
    read_at    timestamptz not null,
    probed_at  timestamptz,
    primary key (system, allocation)
);

-- The same, once a minute, from which a forecast is made.
create table quota.readings (
    system     text        not null,
    allocation text        not null,
    minute     timestamptz not null,
    used       bigint      not null,
    allowed    bigint      not null,
    primary key (system, allocation, minute)
);

-- How the breakers of each node stand; a node that is gone stops confirming its rows.
create table quota.breakers (
    node            text        not null,
    system          text        not null,
    operation_class text        not null,
    state           text        not null,
    since           timestamptz not null,
    seen_at         timestamptz not null,
    primary key (node, system, operation_class)
);

-- What each run has cost. An empty run stands for calls made for none.
create table quota.ledger (
    run             text        not null,
    system          text        not null,
    operation_class text        not null,
    calls           bigint      not null,
    bytes_out       bigint      not null,
    bytes_in        bigint      not null,
    micros          bigint      not null,
    first_at        timestamptz not null,
    last_at         timestamptz not null,
    primary key (run, system, operation_class)
);

create index ledger_age on quota.ledger (last_at);

-- Each allocation: what is used of it, how fast over the last hour, and when it will be used up at
-- that pace; null when it will not, or starts anew before.
create view quota.budget as
    with pace as (
        select r.system, r.allocation,
               regr_slope(r.used, extract(epoch from r.minute)) * 3600 as per_hour
        from quota.readings r
        join quota.gauges g on g.system = r.system and g.allocation = r.allocation
        where r.minute > clock_timestamp() - interval '1 hour'
          and (g.resets_at is null or r.minute > g.resets_at - interval '1 hour')
        group by r.system, r.allocation),
    forecast as (
        select g.*, p.per_hour,
               case when p.per_hour > 0 and g.allowed > g.used
                    then g.read_at + least((g.allowed - g.used) / p.per_hour, 87600)
                                     * interval '1 hour'
                    when g.allowed <= g.used then g.read_at end as used_up_at
        from quota.gauges g left join pace p
          on p.system = g.system and p.allocation = g.allocation)
    select system, allocation, used, allowed, kept, read_at, resets_at,
           round(per_hour::numeric, 1) as per_hour,
           case when resets_at is null or used_up_at < resets_at then used_up_at end as used_up_at
    from forecast;

-- What each run has cost, with its share of the allocation its calls were counted against.
create view quota.run_costs as
    select l.run, l.system, l.operation_class, l.calls, l.bytes_out, l.bytes_in, l.micros,
           l.first_at, l.last_at,
           case when l.operation_class <> 'token' and g.allowed > 0
                then round(l.calls::numeric / g.allowed, 9) end as share_of_quota
    from quota.ledger l
    left join lateral (select allowed from quota.gauges
                       where system = l.system order by allocation limit 1) g on true;

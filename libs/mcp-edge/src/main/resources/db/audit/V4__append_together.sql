-- The same chain, written by one insert for all entries that come together. A key that nobody keeps is
-- made where it is used.
create or replace function audit.append(whose text, entries jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    head  audit.heads;
    entry audit.entries;
    chain audit.entries[];
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
        if entry.sealed_by = '{}' then
            entry.arguments_digest := sha256(
                uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || entry.arguments_digest);
        elsif entry.sealed_by is not null then
            entry.arguments_digest :=
                sha256(audit.sealing_key(entry.sealed_by) || entry.arguments_digest);
        end if;
        entry.hash := sha256(
            entry.previous || int8send(entry.number) || entry.digest || entry.arguments_digest);
        head.number := entry.number;
        head.hash := entry.hash;
        chain := array_append(chain, entry);
    end loop;
    insert into audit.entries select * from unnest(chain);
    update audit.heads set number = head.number, hash = head.hash where server = whose;
    return head.number;
end
$$;

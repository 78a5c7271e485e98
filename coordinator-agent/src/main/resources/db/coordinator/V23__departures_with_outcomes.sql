-- As before; and what left while a step was performed is told to the outbox with the step's outcome:
-- an item of outcomes may have departed, which names an effect and its reference. What a version
-- before this one writes has none, because it tells the outbox by itself.
create or replace function write_steps(
  of_run uuid, held bigint, of_attempt int, written timestamptz, genesis bytea, outcomes jsonb,
  left_state text, into_state text, step_name text, step_key text, known boolean)
  returns table (cancelled boolean, tries int, first_tried timestamptz)
  language plpgsql as $$
declare
  salt uuid;
  state_now text;
  came jsonb;
  at_number int;
  at_hash bytea;
  seal bytea;
begin
  select r.cancelling, r.record_salt, r.state into cancelled, salt, state_now
    from coordinator.run r where r.id = of_run and r.epoch = held for update;
  if not found or (into_state <> left_state and state_now <> left_state) then
    return;
  end if;
  if jsonb_array_length(outcomes) > 0 then
    select c.number, c.hash into at_number, at_hash from coordinator.record c
      where c.run_id = of_run order by c.number desc limit 1;
    for came in select * from jsonb_array_elements(outcomes) loop
      if salt is not null then
        at_number := coalesce(at_number, 0) + 1;
        seal := sha256(uuid_send(salt) || decode(came ->> 'content', 'hex'));
        at_hash := sha256(coalesce(at_hash, genesis) || decode(came ->> 'head', 'hex') || seal);
        insert into coordinator.record
          (run_id, number, kind, attempt, name, at, form, sealed, hash)
        values (of_run, at_number, 'STEP', of_attempt, came ->> 'name', written,
          (came ->> 'form')::smallint, seal, at_hash);
      end if;
      insert into coordinator.step
        (run_id, attempt, name, key, tries, epoch, intent_at, outcome_at, outcome)
      values (of_run, of_attempt, came ->> 'name', came ->> 'key', 1, held, written, written,
        came -> 'outcome')
      on conflict (run_id, attempt, name) do update set outcome = excluded.outcome,
        outcome_at = excluded.outcome_at, failure = null, failures = 0, failing_since = null;
      if came ->> 'departed' is not null then
        update coordinator.effect e
          set reference = came -> 'departed' ->> 'reference', outcome_at = written, failure = null
          where e.key = came -> 'departed' ->> 'effect' and e.reference is null;
      end if;
    end loop;
  end if;
  if cancelled and not known then
    return next;
    return;
  end if;
  if into_state <> left_state then
    update coordinator.run set state = into_state, failure = null, wake_at = null,
      updated_at = written, ended_at = null where id = of_run;
    insert into coordinator.state_change (run_id, state, at) values (of_run, into_state, written);
  end if;
  if step_name is not null then
    insert into coordinator.step as s (run_id, attempt, name, key, tries, epoch, intent_at)
    values (of_run, of_attempt, step_name, step_key, 1, held, written)
    on conflict (run_id, attempt, name) do update set tries = s.tries + 1, epoch = excluded.epoch
    returning s.tries, s.intent_at into tries, first_tried;
  end if;
  return next;
end
$$;

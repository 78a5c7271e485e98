-- What an execution writes when its run comes to rest with nothing wrong, in one statement: what
-- write_steps records, and then the state. Gives no row when the run is held no more.
--
-- ends  whether the run has ended in the state
--
-- A run that was cancelled meanwhile, or that another queues behind, is not moved: whoever ends it
-- must do more than this.
create function end_steps(
  of_run uuid, held bigint, of_attempt int, written timestamptz, genesis bytea, outcomes jsonb,
  left_state text, into_state text, ends boolean, known boolean)
  returns table (cancelled boolean, followed boolean)
  language plpgsql as $$
begin
  select w.cancelled into cancelled from coordinator.write_steps(of_run, held, of_attempt, written,
    genesis, outcomes, left_state, left_state, null, null, known) w;
  if not found then
    return;
  end if;
  if cancelled and not known then
    return next;
    return;
  end if;
  -- Whoever queues behind a run locks it first, so nobody can come between here and the end.
  followed := exists (select from coordinator.run r where r.behind = of_run);
  if not followed then
    update coordinator.run set state = into_state, failure = null, wake_at = null,
      updated_at = written, ended_at = case when ends then written end
      where id = of_run and state = left_state;
    if not found then
      return;
    end if;
    if into_state <> left_state then
      insert into coordinator.state_change (run_id, state, at) values (of_run, into_state, written);
    end if;
  end if;
  return next;
end
$$;

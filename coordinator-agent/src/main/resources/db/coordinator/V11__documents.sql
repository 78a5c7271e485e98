-- Documents that people put in force, by digest: rule sets, prompts, checklist templates.
create table document (
  kind       text        not null,
  digest     text        not null,
  version    text        not null,
  content    text        not null,
  stored_by  text        not null,
  stored_at  timestamptz not null,
  primary key (kind, digest)
);

-- Who put what in force or in its shadow, when, why, and instead of what.
create table document_act (
  number       bigint      generated always as identity primary key,
  kind         text        not null,
  act          text        not null,
  digest       text,
  from_digest  text,
  person       text        not null,
  reason       text        not null,
  at           timestamptz not null,
  foreign key (kind, digest) references document (kind, digest)
);
create index document_act_in_force on document_act (kind, number desc)
  where act in ('ACTIVATE', 'RETURN');
create index document_act_in_shadow on document_act (kind, number desc)
  where act in ('SHADOW', 'END_SHADOW');

create function refuse_document_change() returns trigger language plpgsql as $$
begin
  raise exception 'documents and what was decided about them can be added and never changed';
end
$$;
create trigger document_append_only before update or delete on document
  for each row execute function refuse_document_change();
create trigger document_act_append_only before update or delete on document_act
  for each row execute function refuse_document_change();

-- The rule set that decides beside the run's own, as of when the run began.
alter table run add column shadow_digest text;

-- A version before this one, beside it, finds a run's rule set only there.
create function keep_rule_set() returns trigger language plpgsql as $$
begin
  insert into coordinator.rule_set (digest, version, content, stored_at)
    values (new.digest, new.version, new.content, new.stored_at) on conflict do nothing;
  return null;
end
$$;
create trigger document_rule_set after insert on document
  for each row when (new.kind = 'RULES') execute function keep_rule_set();

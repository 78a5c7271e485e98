-- What a decision was made under, beside the findings: with both it can be computed again.
alter table attempt add column context jsonb;

-- The checklist template a run keeps, and the one that is tried beside it without effect, as of when
-- the run began; null for the provisioning server's own, and for none.
alter table run add column checklist_digest text;
alter table run add column checklist_shadow_digest text;

-- How the prompts in the shadow fared beside those that were asked by; holds no words.
alter table advice_order add column shadow jsonb;

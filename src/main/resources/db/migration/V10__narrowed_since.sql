-- A dump of everything public is stale as soon as a record in it is public no longer: withdrawn, expired or restricted since, or its window closed.
create index power_item_narrowed on power_item (changed_at) where slot = 'PUBLIC' and (stage <> 'PUBLISHED' or audience <> 'PUBLIC');
create index power_item_closing on power_item (visible_until) where slot = 'PUBLIC' and visible_until < timestamptz '9999-12-31 00:00:00+00';
create index disclosure_narrowed on disclosure (changed_at) where slot = 'PUBLIC' and (stage <> 'PUBLISHED' or audience <> 'PUBLIC');
create index disclosure_closing on disclosure (visible_until) where slot = 'PUBLIC' and visible_until < timestamptz '9999-12-31 00:00:00+00';
create index subsidy_beneficiary_narrowed on subsidy_beneficiary (changed_at) where slot = 'PUBLIC' and (stage <> 'PUBLISHED' or audience <> 'PUBLIC');
create index subsidy_beneficiary_closing on subsidy_beneficiary (visible_until) where slot = 'PUBLIC' and visible_until < timestamptz '9999-12-31 00:00:00+00';
create index case_outcome_narrowed on case_outcome (changed_at) where slot = 'PUBLIC' and (stage <> 'PUBLISHED' or audience <> 'PUBLIC');
create index case_outcome_closing on case_outcome (visible_until) where slot = 'PUBLIC' and visible_until < timestamptz '9999-12-31 00:00:00+00';
create index statute_article_narrowed on statute_article (changed_at) where slot = 'PUBLIC' and (stage <> 'PUBLISHED' or audience <> 'PUBLIC');
create index statute_article_closing on statute_article (visible_until) where slot = 'PUBLIC' and visible_until < timestamptz '9999-12-31 00:00:00+00';

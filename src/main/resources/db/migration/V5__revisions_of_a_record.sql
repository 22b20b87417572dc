-- The index reads the current revisions of records and drops those that were replaced: both by record, whatever the table's size.
create unique index statute_article_work on statute_article (record_id) where slot = 'WORK';
create index statute_article_past on statute_article (record_id) where slot = 'PAST';
create index subsidy_beneficiary_past on subsidy_beneficiary (record_id) where slot = 'PAST';

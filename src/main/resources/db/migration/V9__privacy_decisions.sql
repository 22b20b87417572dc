-- What a scan found in a revision when it was submitted, and why it may go out all the same. Holds no part of what was found.
do $$
declare
  records text;
begin
  foreach records in array array['power_item', 'disclosure', 'subsidy_beneficiary', 'case_outcome', 'statute_article'] loop
    execute format('alter table %I add column privacy_decisions jsonb', records);
  end loop;
end $$;

-- Every index costs each of millions of receipts a write. Nothing looks receipts up by person yet, and (amount, id) serves a township without a programme well enough.
drop index subsidy_beneficiary_person;
drop index subsidy_beneficiary_township_amount;
-- A village's list, latest payment first, is the one that is opened most.
create index subsidy_beneficiary_village_paid on subsidy_beneficiary (village, paid_on, id);

-- What a workplace would have to arrange is sealed like a name. The keys are outside the database: the migration seals
-- what stands there between this file and the next, in one transaction.
alter table client add column accommodation_needs_enc bytea;

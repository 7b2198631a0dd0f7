-- The answers to the eight work-related questions of a follow-up: codes, no text. Given once, never changed.
create table follow_up_answer (
  county_id uuid not null,
  id uuid not null,
  milestone_id uuid not null,
  client_id uuid not null,
  given_by text not null,
  given_by_membership_id uuid not null,
  given_at timestamptz not null,
  still_working text not null,
  as_agreed text not null,
  paid_on_time text not null,
  treated_equally text not null,
  training_wanted text not null,
  help_wanted text not null,
  change_wished text not null,
  contact_wanted text not null,
  constraint follow_up_answer_pkey primary key (county_id, id),
  constraint follow_up_answer_milestone_id_key unique (county_id, milestone_id),
  constraint follow_up_answer_given_by_check check ("given_by" in ('CLIENT', 'CASEWORKER')),
  constraint follow_up_answer_still_working_check check ("still_working" in ('YES', 'NO', 'SKIPPED')),
  constraint follow_up_answer_as_agreed_check check ("as_agreed" in ('YES', 'NO', 'SKIPPED')),
  constraint follow_up_answer_paid_on_time_check check ("paid_on_time" in ('YES', 'NO', 'SKIPPED')),
  constraint follow_up_answer_treated_equally_check check ("treated_equally" in ('YES', 'NO', 'SKIPPED')),
  constraint follow_up_answer_training_wanted_check check ("training_wanted" in ('YES', 'NO', 'SKIPPED')),
  constraint follow_up_answer_help_wanted_check check ("help_wanted" in ('YES', 'NO', 'SKIPPED')),
  constraint follow_up_answer_change_wished_check check ("change_wished" in ('YES', 'NO', 'SKIPPED')),
  constraint follow_up_answer_contact_wanted_check check ("contact_wanted" in ('YES', 'NO', 'SKIPPED')),
  constraint follow_up_answer_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint follow_up_answer_milestone_id_fkey
    foreign key (county_id, milestone_id, client_id) references follow_up_milestone (county_id, id, client_id) on delete restrict,
  constraint follow_up_answer_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint follow_up_answer_given_by_membership_id_fkey
    foreign key (county_id, given_by_membership_id) references membership (county_id, id) on delete restrict
);
create index follow_up_answer_client_id_idx on follow_up_answer (county_id, client_id);

call app.protect('follow_up_answer',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'CLIENT') and {client_seen} $$,
  null);

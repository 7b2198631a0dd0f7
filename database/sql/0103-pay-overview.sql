-- What a supervisor sees of a part beside its tests: why there is no test, and the posts that clients were gathered in,
-- with medians as people may see them (rounded, five people or more) and no line of anybody.
alter table pay_check_part add column untested jsonb not null default '[]';
alter table pay_check_part add column segregated jsonb not null default '[]';
grant update (untested, segregated) on pay_check_part to tonggong_app;

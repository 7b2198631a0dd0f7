import { needsEnterpriseReview, tasksOfJobLoss } from './job-loss';

describe('tasksOfJobLoss', () => {
  it('brings contact, final pay, review, benefits and a new proposal', () => {
    expect(tasksOfJobLoss({ hasOtherWork: false })).toEqual([
      'JOB_LOSS_CONTACT',
      'FINAL_PAY_CHECK',
      'NEEDS_REVIEW',
      'BENEFITS_CHECK',
      'NEW_PROPOSAL',
    ]);
  });

  it('brings contact and final pay alone where there is other work already', () => {
    expect(tasksOfJobLoss({ hasOtherWork: true })).toEqual(['JOB_LOSS_CONTACT', 'FINAL_PAY_CHECK']);
  });
});

describe('needsEnterpriseReview', () => {
  it.each([
    [['2026-07-08'], false],
    [['2026-07-08', '2026-07-08'], true],
    [['2026-04-09', '2026-07-08'], true],
    [['2026-04-08', '2026-07-08'], false],
    [['2026-07-08', '2026-07-09'], false],
  ])('with ends on %j, the last looked at on 2026-07-08, is %s', (ends, expected) => {
    expect(needsEnterpriseReview(ends, '2026-07-08')).toBe(expected);
  });
});

export const texts = {
  none: 'Not at work yet', noneText: 'When the client accepts an offer, the placement and its follow-ups stand here.',
  title: '{{enterprise}} {{title}}', end: 'Record the end', ended: 'End recorded; the slot is open again', endedOn: 'Last day', endReason: 'Reason',
  hireDate: 'Start', contract: 'Contract', openEnded: 'open-ended', until: 'to {{day}}', probation: 'Probation', pay: 'Agreed pay', perMonth: '{{amount}} a month', hours: 'Hours', modeLabel: 'Kind',
  mode: { GROUP: 'group placement', INDIVIDUAL: 'individual placement', SELF_EMPLOYED: 'self-employment', PUBLIC_POST: 'public post' },
  milestones: 'Follow-up milestones', milestone: 'Milestone', due: 'Date', state: 'State',
  reason: { VOLUNTARY: 'The client left', CONTRACT_END: 'Contract ended', DISMISSED: 'The enterprise ended it', ENTERPRISE_CLOSED: 'Enterprise closed', PERSONAL: 'Family or personal', MOVED: 'Moved', BETTER_JOB: 'A better job', OTHER: 'Other', UNKNOWN: 'Not known yet' },
};

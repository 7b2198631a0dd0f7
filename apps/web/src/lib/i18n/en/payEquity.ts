export const texts = {
  pageTitle: 'Equal pay · Tonggong', title: 'Equal pay', caseworkerTitle: 'Pay check', sub: 'The system says what difference it saw; people confirm before anything is concluded.',
  findings: 'Findings', ofClient: 'Pay check', noneOfClient: 'No pay item has to be verified.', empty: 'No finding here', emptyText: 'Differences seen by the monthly check are listed here.', comma: ', ',
  view: { label: 'Show', triage: 'First look', open: 'Open', over: 'Closed' },
  column: { client: 'Client and enterprise', period: 'Month', what: 'What was seen', verdict: 'Result', status: 'Progress', seen: 'Seen' },
  rule: { MIN_WAGE: 'Minimum wage', CONTRACT_WAGE: 'Agreed pay', COMPARATOR_GAP: 'Gap to the same work' },
  short: { MIN_WAGE: 'may be {{amount}} below the local minimum wage', CONTRACT_WAGE: 'may be {{amount}} below the agreed pay', COMPARATOR_GAP: 'may be {{amount}} below the median for the same work' },
  severity: { CRITICAL: 'critical', MAJOR: 'major', MODERATE: 'moderate', INFO: 'note' },
  evidence: { STRONG: 'strong evidence', MODERATE: 'moderate evidence', WEAK: 'weak evidence' },
  figure: {
    countedFen: 'counted', minimumFen: 'minimum wage', minimumWageFen: 'minimum wage', leastFen: 'at least', agreedFen: 'agreed', agreedPayFen: 'agreed', paidFen: 'paid', grossFen: 'gross', hours: 'hours', medianFen: 'median for the same work', comparators: 'people compared', gapPercent: 'gap %',
  },
  run: {
    title: 'Pay-check runs', start: 'Run pay check', started: 'The check has begun; this page updates itself', none: 'No check so far', noneText: 'Once enterprises have declared payroll, that month can be checked.', help: 'Checking a month again makes a new version and leaves the old one as it is.',
    revision: 'version {{count}}', state: 'State', is: { QUEUED: 'Queued', RUNNING: 'Running', DONE: 'Done', FAILED: 'Not completed' }, coverage: 'Received/expected', compliant: 'Matches', review: 'To review', toVerify: 'To verify', insufficient: 'Too little data',
  },
};

export const texts = {
  entry: {
    today: 'Today', clients: 'Clients', referrals: 'Referrals', positions: 'Enterprises and positions', groupPlacement: 'Group placement', training: 'Training', followUps: 'Follow-up', payFindings: 'Pay check',
    county: 'County', equalPay: 'Equal pay', funds: 'Funds and subsidies', reports: 'Monthly report', agreements: 'Agreements', teamTasks: 'Team tasks',
    system: 'System', members: 'People and rights', settings: 'Settings', imports: 'Imports', jobs: 'Jobs and mail',
    candidates: 'Candidates', ownPositions: 'Positions', agreement: 'Agreement', payroll: 'Payroll', findings: 'Questions and answers',
    lessons: 'My lessons', waitlist: 'Waiting list', certificates: 'Certificates',
    timetable: 'Timetable', seats: 'Sessions and seats', rooms: 'Rooms', trainingPlan: 'Training plan',
    myPeople: 'My people', myNotes: 'My notes',
    claims: 'Claims to check', fundLines: 'Funds', schemes: 'Schemes', clawback: 'Returned', claimsToApprove: 'Claims to approve', payout: 'Payment',
    auditSearch: 'Audit search', auditChain: 'Audit chain', exports: 'Exports',
  },
  foot: { ADMINISTRATOR: 'Numbers only, no personal data' },
  plain: {
    title: 'Nothing to do here',
    text: 'This part is not in use in your county yet, so nothing waits for you. You will be told when it opens.',
    findings: 'Pay questions reach you after a caseworker has looked at them. None waits for an answer.',
    groupPlacement: 'Group placement is not in use in your county yet. Refer people one by one from the matches of a client.',
    training: 'Sessions are planned by the training base. Trainees see them in their own timetable.',
  },
};

export const texts = {
  pageTitle: 'Referrals · Tonggong', title: 'Referrals',
  view: { label: 'Show', open: 'Open', deciding: 'Client to decide', ready: 'Ready to send', waiting: 'Enterprise to answer', accepted: 'Accepted', over: 'Over' },
  empty: 'No referral here', emptyText: 'Propose positions from the matches of a client.', none: 'No referral yet', noneText: 'Look at the matching positions first, then propose one.', toMatches: 'See matches',
  column: { client: 'Client', position: 'Position', state: 'State', clock: 'Dates', score: 'Score', act: 'Actions' },
  card: 'Card {{code}}',
  clock: { client: 'client decides by {{day}}', enterprise: 'enterprise answers by {{day}}', hire: 'starts {{day}}' },
  act: { send: 'Send to the enterprise', recordConsent: 'Record consent', recordAcceptance: 'Record acceptance', withdraw: 'Take back', proposeAgain: 'Propose again' },
  done: { recordConsent: 'Consent recorded', recordAcceptance: 'Recorded; the slot is taken', withdraw: 'Referral taken back', proposeAgain: 'Proposed again; the client decides' },
  sent: 'Sent to {{enterprise}}',
  concerns: '{{name}}, {{enterprise}} {{title}}',
  reasonLabel: 'Reason', againHelp: 'Only work-related reasons. The client is asked for consent anew.',
  evidence: 'Record of the consent', evidenceHelp: 'A signed scan, a photo or a recording.', told: { recordConsent: 'The client is told and can withdraw at any time.', recordAcceptance: 'The slot is taken at once and the client is told.' },
  reason: {
    CLIENT_ASKED: 'The client asked', NO_LONGER_SUITABLE: 'No longer suitable', POSITION_CHANGED: 'The position changed', ENTERPRISE_SILENT: 'The enterprise did not answer', CONSENT_ENDED: 'Consent withdrawn or ended', MADE_BY_MISTAKE: 'Made by mistake', OTHER: 'Other',
    SKILLS: 'Skills', HOURS: 'Hours', COMMUTE: 'Too far', POSITION_FILLED: 'Position filled', CERTIFICATE_MISSING: 'Certificate missing', SCHEDULE: 'Schedule',
  },
};

export const texts = {
  pageTitle: 'Positions · Tonggong', title: 'Enterprises and positions', sub: 'Positions not re-confirmed for 90 days are left out of matching.', ownTitle: 'Positions', ownSub: 'Please confirm each position every 90 days; only then are people put forward.',
  view: { label: 'Show', PUBLISHED: 'Hiring', STALE: 'To confirm', UNDER_REVIEW: 'In review', CLOSED: 'Closed', ALL: 'All' },
  search: 'Find a position or an enterprise', empty: 'No position here', emptyText: 'Change the filters, or import positions from a table.', import: 'Import positions',
  column: { title: 'Position', status: 'State', slots: 'Slots', place: 'Place', terms: 'Pay and hours', confirmed: 'Last confirmed', act: 'Actions' },
  notConfirmed: 'not yet', confirm: 'Confirm again', confirmOne: 'Confirm {{title}} again', confirmed: '{{title}} confirmed',
};

export const texts = {
  pageTitle: 'Agreement · Tonggong', title: 'Cooperation agreement', listTitle: 'Agreements', listSub: 'The track is what was pledged; dark is filled, light is published.', none: 'No agreement yet', noneText: 'Signed agreements are listed here.',
  enterprise: 'Enterprise', state: 'State', term: 'Term', slots: 'Use of slots', figures: 'Filled/published/pledged', use: '{{pledged}} pledged, {{published}} published, {{filled}} filled',
  ofTerm: '{{from}}–{{to}}', daysLeft: '{{count}} days left', over: 'ended', equalPay: 'Agreed: the same pay for the same work, checked every month.',
};

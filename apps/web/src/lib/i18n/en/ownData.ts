export const texts = {
  pageTitle: 'My data · Tonggong',
  title: 'My data',
  open: 'My data: take a copy, correct, erase',
  copy: {
    title: 'Take a copy of my data',
    text: 'Everything kept here about you, and who looked at it. For you alone.',
    ask: 'Ask for a copy',
    beingMade: 'Being prepared, usually within a minute. It will appear here.',
    of: 'Copy asked for on {{at}}',
    until: 'Can be fetched until {{day}}; after that it is deleted.',
    form: { pdf: 'To read (PDF)', json: 'For a computer (JSON)' },
  },
  erasure: {
    title: 'Erase my data',
    text: 'After that your name, phone and notes exist no more and nobody can bring them back. You can no longer sign in. Done within 15 days.',
    stays: 'Figures on placements and pay stay, without your name. If you do not erase anything, nothing changes.',
    ask: 'Ask for erasure',
    confirm: 'Ask for your data to be erased?',
    confirmText: 'Until your caseworker confirms you can take it back. After that it cannot be undone.',
    state: {
      REQUESTED: 'Asked for on {{asked}}, done by {{due}}. Until your caseworker confirms you can take it back.',
      CONFIRMED: 'Confirmed; it is being carried out.',
    },
    takeBack: 'Keep my data',
  },
};

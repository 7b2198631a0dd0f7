export const texts = {
  column: { who: 'Client', asked: 'Asked on', due: 'Last day', hold: 'Can it be done', act: 'What to do' },
  erasure: {
    title: 'Wishes to be erased',
    count: '{{count}}',
    none: 'Nobody asks to be erased',
    noneText: 'What a client asks for on her phone appears here; it has to be done within 15 days.',
    free: 'Can be done',
    held: 'Pay findings still open: {{count}}',
    since: 'The oldest since {{day}}; confirm once they are settled',
    confirm: 'Confirm erasure',
    ask: 'Erase the data of {{name}}?',
    askText:
      'Name, phone and notes are destroyed and nobody can bring them back; figures on placements and pay stay without a name.',
  },
};

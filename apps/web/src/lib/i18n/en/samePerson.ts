export const texts = {
  title: 'Two accounts of one person',
  help: 'Some acts need another person. Where one person has two accounts, note it here, and she is not taken for two. It is not taken back here.',
  one: 'One account',
  other: 'The other account',
  note: 'Note that they are one person',
  confirm: 'From then on the two accounts count as one person wherever two people are needed.',
  noted: 'Noted',
};

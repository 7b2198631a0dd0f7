export const texts = {
  title: 'Consents of the client',
  none: 'No consent given yet',
  noneText: 'The client is asked when a position is proposed.',
  hint: 'Clients grant and withdraw on their own phone; a withdrawal takes effect at once. There they also see who looked.',
  recipient: 'To whom, what for',
  fields: 'Which data',
  valid: 'Term',
  state: 'State',
};

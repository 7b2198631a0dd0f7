export const texts = {
  login: 'Account',
  password: 'Password',
  forgot: {
    text: 'Write your account, and a link to choose a new password goes to your work mail. Trainees ask their caseworker for a new code.',
    send: 'Send a link',
    taken:
      'If this account has a work mail, a link is on its way and works for 30 minutes. If nothing arrives, ask your administrator.',
  },
  lost: {
    text: 'Account and password first. Then another administrator or a supervisor confirms that it is you, and the second step is taken away.',
    send: 'Ask',
    taken: 'Noted. Please see an administrator or a supervisor within 72 hours, who confirms in person that it is you.',
  },
  choose: {
    pageTitle: 'Choose a password · Tonggong',
    title: 'Choose a password',
    rule: 'At least 12 characters. A few unrelated words are easy to remember and hard to guess.',
    next: 'New password',
    again: 'New password once more',
    differs: 'The two passwords are not the same.',
    save: 'Save password',
    done: 'The password is set. Please sign in.',
    signIn: 'Sign in',
  },
};

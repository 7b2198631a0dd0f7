export const texts = {
  pageTitle: 'Sign in · Tonggong',
  title: 'Sign in',
  motto: 'The same work, the same pay',
  lead: 'Finding work, training, starting, follow-up and pay check in one place.',
  office: 'County employment service',
  login: 'Phone or account',
  password: 'Password',
  code: 'Code of the app, or a recovery code',
  submit: 'Sign in',
  failed: 'The service could not be reached; your input is kept. Please sign in again.',
  hint: 'Trainees signing in for the first time: ask your caseworker for a one-time code. It is valid for 72 hours and works once.',
  passkey: {
    enter: 'Sign in with a passkey',
    second: 'Go on with a passkey',
    left: 'The passkey did not answer. Please try again, or sign in with your password.',
  },
  provider: {
    enter: 'Sign in with {{label}}',
    refused:
      'You were not signed in. Before using {{label}} for the first time, sign in with your password and link it under My account.',
    over: 'This sign-in took too long. Please start again.',
    unavailable: '{{label}} does not answer. Please try again later, or sign in with your password.',
    left: 'You were not signed in: it was cancelled at {{label}}. Try again, or sign in with your password.',
    delayed: 'There were too many attempts. Please wait a minute.',
  },
  proof: {
    title: 'Please confirm that it is you',
    text: 'This is a weighty step, so we ask once more. Your input is kept; it goes on after you confirm.',
    go: 'Confirm',
    byPasskey: 'Confirm with a passkey',
    left: 'The passkey did not answer. Please try again.',
    leave: 'Not now',
  },
  over: {
    title: 'Please sign in again',
    text: 'Your session ended while you were away. Your input is kept; go on after signing in.',
  },
};

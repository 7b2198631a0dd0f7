/** A foreseen trouble, told in one sentence without a stack; `details` is output worth showing below it. */
export class Fault extends Error {
  constructor(sentence, { details = '' } = {}) {
    super(sentence);
    this.name = 'Fault';
    this.details = details;
  }
}

/** Prints a fault as its sentence, anything else with its stack. */
export function report(error) {
  if (!(error instanceof Fault)) {
    console.error(error);
    return;
  }
  if (error.details) console.error(error.details.trimEnd());
  console.error(`\n${error.message}`);
}

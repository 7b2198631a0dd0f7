/** Stands where no case is left: the compiler refuses it while one is, and at run time it throws. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

/** Marks the end of a switch over a union: does not compile while a case is missing. */
export const assertNever = (value: never): never => {
  throw new Error(`Unexpected value ${JSON.stringify(value)}`);
};

/** Puts values in the places {name} of a sentence that the server keeps, such as a consent text. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), sentence);

const ANNOUNCE_AFTER_MS = 1500;

/** Tells the person something; standard output stays free for results. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Seconds with one decimal. */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Runs `work`, then prints one line with its name, its duration and what it noted; with a note of null none. */
export async function step(name, work) {
  const startedAt = performance.now();
  let note = '';
  const announce = setTimeout(() => say(`  …       ${name}`), ANNOUNCE_AFTER_MS);
  try {
    return await work((text) => (note = text === null ? null : `: ${text}`));
  } catch (error) {
    note = ': failed';
    throw error;
  } finally {
    clearTimeout(announce);
    if (note !== null) say(`  ${seconds(performance.now() - startedAt).padStart(7)} ${name}${note}`);
  }
}

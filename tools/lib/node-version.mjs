const NEEDED = [20, 19];

// Written so that every Node that knows modules can parse it: it is what tells the person to get a newer one.
/** Ends the process with one sentence when Node is older than 20.19. */
export function requireNode() {
  const parts = process.versions.node.split('.').map(Number);
  if (parts[0] > NEEDED[0] || (parts[0] === NEEDED[0] && parts[1] >= NEEDED[1])) return;
  console.error(`Tonggong needs Node ${NEEDED.join('.')} or newer, and this is Node ${process.versions.node}.`);
  process.exit(1);
}

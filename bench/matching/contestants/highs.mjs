import { createRequire } from 'node:module';
import { compete, slotsOf, variables } from '../contestant.mjs';

const highs = await createRequire(import.meta.url)('highs')();

/** Rows of the LP format; long ones are broken, since its lines must not be. */
const sum = (terms) => terms.map((term, k) => (k % 20 === 19 ? `${term}\n` : term)).join(' + ');

await compete((instance) => {
  const all = variables(instance);
  const ofClient = Array.from({ length: instance.n }, () => []);
  const ofSlot = Array.from({ length: instance.m }, () => []);
  for (const [client, slot, , name] of all) {
    ofClient[client].push(name);
    ofSlot[slot].push(name);
  }
  const rows = [
    ...ofClient.map((names, i) => [names, `c${i}`, 1]),
    ...ofSlot.map((names, q) => [names, `s${q}`, instance.cap[q]]),
  ].filter(([names]) => names.length > 0);
  const programme = `Maximize\n obj: ${sum(all.map(([, , worth, name]) => `${worth} ${name}`))}
Subject To
${rows.map(([names, name, limit]) => ` ${name}: ${sum(names)} <= ${limit}`).join('\n')}
End`;
  const { Columns } = highs.solve(programme);
  return slotsOf(instance, all, (name) => Columns[name].Primal);
});

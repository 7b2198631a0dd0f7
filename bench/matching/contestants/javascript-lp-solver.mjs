import solver from 'javascript-lp-solver';
import { compete, slotsOf, variables } from '../contestant.mjs';

await compete((instance) => {
  const all = variables(instance);
  const constraints = {};
  for (let i = 0; i < instance.n; i++) constraints[`c${i}`] = { max: 1 };
  for (let q = 0; q < instance.m; q++) constraints[`s${q}`] = { max: instance.cap[q] };
  const columns = Object.fromEntries(
    all.map(([client, slot, worth, name]) => [name, { worth, [`c${client}`]: 1, [`s${slot}`]: 1 }]),
  );
  const answer = solver.Solve({ optimize: 'worth', opType: 'max', constraints, variables: columns });
  return slotsOf(instance, all, (name) => answer[name] ?? 0);
});

import GLPK from 'glpk.js/node';
import { compete, slotsOf, variables } from '../contestant.mjs';

const glpk = await GLPK();

await compete(async (instance) => {
  const all = variables(instance);
  const row = (name, limit) => ({ name, vars: [], bnds: { type: glpk.GLP_UP, ub: limit, lb: 0 } });
  const ofClient = Array.from({ length: instance.n }, (_, i) => row(`c${i}`, 1));
  const ofSlot = Array.from({ length: instance.m }, (_, q) => row(`s${q}`, instance.cap[q]));
  for (const [client, slot, , name] of all) {
    ofClient[client].vars.push({ name, coef: 1 });
    ofSlot[slot].vars.push({ name, coef: 1 });
  }
  const vars = all.map(([, , coef, name]) => ({ name, coef }));
  const subjectTo = [...ofClient, ...ofSlot].filter((one) => one.vars.length > 0);
  const objective = { direction: glpk.GLP_MAX, name: 'fit', vars };
  const answer = await glpk.solve({ name: 'placement', objective, subjectTo }, { msglev: glpk.GLP_MSG_OFF });
  return slotsOf(instance, all, (name) => answer.result.vars[name]);
});

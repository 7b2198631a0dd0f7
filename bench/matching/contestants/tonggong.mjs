import { createRequire } from 'node:module';
import { compete } from '../contestant.mjs';

const require = createRequire(import.meta.url);
const OURS = '../../../dist/libs/domain/group-placement/';
const { readInstance } = require(`${OURS}placement-instance.js`);
const { solvePlacement } = require(`${OURS}solver/solve-placement.js`);
const { certificateProblem } = require(`${OURS}certificate-checker.js`);

await compete((file) => {
  const solution = solvePlacement(readInstance(file).value);
  const problem = certificateProblem(file, solution);
  if (problem !== null) throw new Error(problem);
  return solution.slotOf;
});

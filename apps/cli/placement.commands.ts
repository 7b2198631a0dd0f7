import { type Command } from 'commander';
import { certificateProblem, type CheckedResult } from '#domain/group-placement/certificate-checker';
import {
  readInstance,
  type InstanceFile,
  type InstanceRefusal,
  type PlacementInstance,
} from '#domain/group-placement/placement-instance';
import { solvePlacement } from '#domain/group-placement/solver/solve-placement';
import { refusal, refused, type Outcome } from '#domain/common/outcome';
import { print, printRefused } from './cli-result';
import { readJson } from './read-json';

/** Group placement without a database: whoever holds a batch's files can solve it again or check its proof. */
export function addPlacementCommands(program: Command): void {
  program
    .command('solve')
    .description('places the most people, then the highest total fit, with a certificate')
    .argument('<instance>', 'file {name?, n, m, cap[m], ptr[n+1], col[E], w[E]}')
    .action(async (file: string) => {
      const instance = instanceOf(await readJson(file));
      if (!instance.ok) return printRefused({ solved: false, errors: instance.refusals });
      print(resultFile(instance.value));
    });
  program
    .command('verify-certificate')
    .description('checks a result against its instance, without the solver')
    .argument('<instance>', 'the instance file, or the certificate of a batch, which holds both')
    .argument('[result]', 'what solve printed; without it the result stands in the instance file')
    .action(async (instanceFile: string, resultFile?: string) => {
      const file = await readJson(instanceFile);
      const verdict = verdictOf(file, resultFile === undefined ? file : await readJson(resultFile));
      if (verdict.valid) print(verdict);
      else printRefused(verdict);
    });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks whatever was in the file: readInstance asks for the type of every field. */
function instanceOf(file: unknown): Outcome<PlacementInstance, InstanceRefusal> {
  return isRecord(file) ? readInstance(file as unknown as InstanceFile) : refused(refusal('NOT_AN_INSTANCE'));
}

function resultFile(instance: PlacementInstance): object {
  const { placed, fit, slotOf, certificate } = solvePlacement(instance);
  const { inZClient, inZSlot, u, v } = certificate;
  const lists = { inZClient: [...inZClient], inZSlot: [...inZSlot], u: [...u], v: [...v] };
  return { placed, fit, slotOf: [...slotOf], certificate: lists };
}

function isResult(value: unknown): value is CheckedResult {
  if (!isRecord(value) || !isRecord(value['certificate']) || !Array.isArray(value['slotOf'])) return false;
  const { certificate } = value;
  return (['inZClient', 'inZSlot', 'u', 'v'] as const).every((list) => Array.isArray(certificate[list]));
}

interface Verdict {
  readonly valid: boolean;
  readonly placed: unknown;
  readonly fit: unknown;
  readonly problem?: string;
}

/** What the result claims and whether it is proven. */
function verdictOf(file: unknown, result: unknown): Verdict {
  const claim = isRecord(result)
    ? { placed: result['placed'] ?? null, fit: result['fit'] ?? null }
    : { placed: null, fit: null };
  const instance = instanceOf(file);
  if (!instance.ok) {
    const reasons = instance.refusals.map(({ code, field }) => [code, ...field].join(' '));
    return { valid: false, ...claim, problem: `not an instance: ${reasons.join(', ')}` };
  }
  if (!isResult(result)) return { valid: false, ...claim, problem: 'not a result with a certificate' };
  const problem = certificateProblem(file as InstanceFile, result);
  return problem === null ? { valid: true, ...claim } : { valid: false, ...claim, problem };
}

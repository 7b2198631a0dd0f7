import { done, refusal, refused, type Outcome } from '../common/outcome';
import { PlacementPolicyName, UnplacedCode, type BatchSolvePhase } from './batch-codes';
import { certificateProblem } from './certificate-checker';
import { solveAround, type DecidedPlacement, type DecisionRefusal, type Decisions } from './decisions';
import { fileOf, type InstanceFile, type PlacementInstance } from './placement-instance';
import { placeStably } from './policies/deferred-acceptance';
import { placeGreedily } from './policies/greedy';
import { figuresOf, type PolicyFigures } from './policies/policy-figures';
import { raiseTheWorstFit } from './policies/rawls';
import { hallWitness } from './reasons/hall-witness';

/** Figures of one way of placing the cohort, locked pairs included. */
export interface NamedPolicyFigures extends PolicyFigures {
  readonly policy: PlacementPolicyName;
}

/** People without a place under one proof, by their numbers in the instance. */
export interface ProvenGroup {
  readonly code: UnplacedCode;
  /** Those without a place. */
  readonly unplaced: readonly number[];
  /** Everyone who competes for the slots and has no other, the placed too; empty unless SEATS_SHORT. */
  readonly people: readonly number[];
  /** The slots competed for; one more seat in any of them, and in none elsewhere, places one more. */
  readonly slots: readonly number[];
  readonly seats: number;
}

/** A proof as a file: the same lists that the checker reads. */
export interface CertificateFile {
  readonly placed: number;
  readonly fit: number;
  readonly slotOf: readonly number[];
  readonly certificate: Readonly<Record<'inZClient' | 'inZSlot' | 'u' | 'v', readonly number[]>>;
}

/** All that one run finds. */
export interface BatchRun {
  readonly placed: number;
  readonly fit: number;
  /** The slot of each client, locked ones included; −1 = unplaced. */
  readonly slotOf: readonly number[];
  readonly groups: readonly ProvenGroup[];
  readonly policies: readonly NamedPolicyFigures[];
  /** What the decisions left to solve, and the proof that it is solved best; checked. */
  readonly remaining: InstanceFile;
  readonly proof: CertificateFile;
}

/** Why a run gives nothing: decisions that cannot stand together, or a proof that the checker refused. */
export type BatchRunRefusal = DecisionRefusal | 'PROOF_REFUSED';

/**
 * Places a cohort around what people decided: solves, explains everybody who has no place, compares with other ways of
 * placing, and has the proof checked by code that shares nothing with the solver. Equal input gives an equal result.
 */
export function runBatch(
  instance: PlacementInstance,
  decisions: Decisions,
  onPhase: (phase: BatchSolvePhase) => void = () => undefined,
): Outcome<BatchRun, BatchRunRefusal> {
  const decided = solveAround(instance, decisions, onPhase);
  if (!decided.ok) return decided;
  return explainRun(instance, decisions, decided.value, onPhase);
}

/** The same for a placement that was solved already, as the cost of an override does. */
export function explainRun(
  instance: PlacementInstance,
  decisions: Decisions,
  placement: DecidedPlacement,
  onPhase: (phase: BatchSolvePhase) => void = () => undefined,
): Outcome<BatchRun, 'PROOF_REFUSED'> {
  const { placed, fit, slotOf } = placement;
  onPhase('REASONS');
  const groups = groupsOf(instance, decisions, placement);
  onPhase('POLICIES');
  const policies = policiesOf(instance, decisions, placement);
  onPhase('CERTIFICATE');
  const remaining = fileOf(placement.remaining);
  const proof = proofOf(placement);
  const problem = certificateProblem(remaining, proof);
  if (problem !== null) return refused(refusal('PROOF_REFUSED', [], { problem }));
  return done({ placed, fit, slotOf: Array.from(slotOf), groups, policies, remaining, proof });
}

/** Everybody without a place, by proof: decided so, no pair at all, or more people than seats. */
function groupsOf(instance: PlacementInstance, { locks }: Decisions, placement: DecidedPlacement): ProvenGroup[] {
  const { remaining, solution, slotOf } = placement;
  const locked = new Set(locks.map(({ client }) => client));
  const without: number[] = [];
  const forbidden: number[] = [];
  const short: ProvenGroup[] = [];
  const explained = new Set<number>();
  for (let i = 0; i < instance.clients; i++) {
    if (slotOf[i]! >= 0 || locked.has(i) || explained.has(i)) continue;
    if (instance.firstPair[i] === instance.firstPair[i + 1]) without.push(i);
    else if (remaining.firstPair[i] === remaining.firstPair[i + 1]) forbidden.push(i);
    else {
      const { people, slots, seats } = hallWitness(remaining, solution, i)!;
      const unplaced = people.filter((one) => slotOf[one]! < 0);
      for (const one of unplaced) explained.add(one);
      short.push({ code: UnplacedCode.SEATS_SHORT, unplaced, people, slots, seats });
    }
  }
  const plain = (code: UnplacedCode, unplaced: number[]): ProvenGroup[] =>
    unplaced.length === 0 ? [] : [{ code, unplaced, people: [], slots: [], seats: 0 }];
  return [
    ...plain(UnplacedCode.NO_FEASIBLE_POSITION, without),
    ...plain(UnplacedCode.FORBIDDEN_BY_DECISION, forbidden),
    ...short,
  ];
}

/** Four ways side by side, each around the same decisions, counted over the whole cohort. */
function policiesOf(
  instance: PlacementInstance,
  { locks }: Decisions,
  { remaining, slotOf }: DecidedPlacement,
): NamedPolicyFigures[] {
  const counted = (policy: PlacementPolicyName, placement: Int32Array): NamedPolicyFigures => {
    const whole = placement.slice();
    for (const { client, slot } of locks) whole[client] = slot;
    return { policy, ...figuresOf(instance, whole) };
  };
  return [
    counted(PlacementPolicyName.MOST_PLACED_THEN_FIT, slotOf),
    counted(PlacementPolicyName.WORST_FIT_FIRST, raiseTheWorstFit(remaining).solution.slotOf),
    counted(PlacementPolicyName.TWO_SIDED_STABLE, placeStably(remaining)),
    counted(PlacementPolicyName.GREEDY, placeGreedily(remaining)),
  ];
}

function proofOf({ solution: { placed, fit, slotOf, certificate } }: DecidedPlacement): CertificateFile {
  const { inZClient, inZSlot, u, v } = certificate;
  return {
    placed,
    fit,
    slotOf: Array.from(slotOf),
    certificate: {
      inZClient: Array.from(inZClient),
      inZSlot: Array.from(inZSlot),
      u: Array.from(u),
      v: Array.from(v),
    },
  };
}

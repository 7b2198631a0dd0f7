import { hashOf, GENESIS, SEALED_COLUMNS, type SealedEntry } from './audit-chain';
import type { AnchorProof } from './anchor-book';

/** What can be wrong with a chain. */
export const CHAIN_PROBLEMS = [
  'ENTRY_MISSING',
  'ENTRY_CHANGED',
  'ENTRY_WITHOUT_LINK',
  'GAP',
  'BROKEN_LINK',
  'HEAD_MISMATCH',
  'TAIL_CUT',
  'CUT_WITHOUT_CHECKPOINT',
  'ANCHOR_MISMATCH',
  'ANCHOR_FORGED',
  'NO_ANCHOR',
] as const;

/** One of them. */
export type ChainProblem = (typeof CHAIN_PROBLEMS)[number];

/** What a walk along a county's chain found. */
export interface ChainState {
  /** Links walked. */
  readonly rows: number;
  /** Up to here an anchor outside the database vouches; 0 = nowhere. */
  readonly anchoredSequence: number;
  /** The first problem and the place in the chain where it shows; null = intact. */
  readonly problem: { readonly code: ChainProblem; readonly sequence: number } | null;
}

/** Reads rows of the county; every query sees at least what the one before saw. */
export type ChainQuery = <T extends object>(sql: string, parameters: readonly unknown[]) => Promise<T[]>;

interface Head {
  readonly sequence: number;
  readonly hash: Buffer;
  readonly cutSequence: number;
  readonly lastLink: number;
  readonly unlinked: number;
}

type Link = SealedEntry & {
  readonly sequence: number;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
  readonly isThere: boolean;
};

const BATCH = 5_000;

const HEAD = `select coalesce(h.sequence, 0) as sequence, h.hash, coalesce(h.cut_sequence, 0) as "cutSequence",
    (select coalesce(max(l.sequence), 0) from audit_link l where l.county_id = c.id) as "lastLink",
    (select count(*)::int from audit_entry e where e.county_id = c.id
        and not exists (select from audit_link l where l.county_id = e.county_id and l.id = e.id)) as unlinked
  from county c left join audit_head h on h.county_id = c.id where c.id = $1`;

const LINKS = `select l.sequence, l.previous_hash as "previousHash", l.hash, e.id is not null as "isThere", ${SEALED_COLUMNS}
  from audit_link l left join audit_entry e on e.county_id = l.county_id and e.id = l.id
 where l.county_id = $1 and l.sequence > $2 and l.sequence <= $3 order by l.sequence limit ${BATCH}`;

/**
 * Walks a county's chain from its beginning, or from the signed checkpoint where it was cut, to its end, and holds it
 * against the anchors outside the database. The hashes are computed here: a changed function in the database hides
 * nothing. Reads the anchors before it is called, so that none is younger than the chain.
 */
export async function verifyChain(query: ChainQuery, countyId: string, proof: AnchorProof): Promise<ChainState> {
  const walk = new Walk(proof);
  const [head] = await query<Head>(HEAD, [countyId]);
  if (head === undefined) return walk.state();
  walk.begin(head);
  let links: Link[] = [];
  while (!walk.isOver && (links = await query<Link>(LINKS, [countyId, walk.sequence, head.sequence])).length > 0) {
    for (const link of links) walk.step(link);
  }
  walk.end(head);
  return walk.state();
}

/** One walk along a chain; it stops at the first problem. */
class Walk {
  sequence = 0;
  private hash: Buffer = GENESIS;
  private rows = 0;
  private problem: ChainState['problem'] = null;
  private readonly hashAt: ReadonlyMap<number, string>;
  private readonly anchoredSequence: number;

  constructor(private readonly proof: AnchorProof) {
    this.hashAt = new Map(proof.anchors.map(({ sequence, hash }) => [sequence, hash]));
    this.anchoredSequence = Math.max(0, ...this.hashAt.keys());
  }

  get isOver(): boolean {
    return this.problem !== null;
  }

  begin(head: Head): void {
    if (this.proof.isForged) this.found('ANCHOR_FORGED', 0);
    if (head.unlinked > 0) this.found('ENTRY_WITHOUT_LINK', 0);
    if (head.lastLink > head.sequence) this.found('HEAD_MISMATCH', head.lastLink);
    if (head.cutSequence > 0) this.beginAtCheckpoint(head.cutSequence);
  }

  step(link: Link): void {
    if (this.isOver) return;
    if (link.sequence !== this.sequence + 1) return this.found('GAP', this.sequence + 1);
    if (!link.previousHash.equals(this.hash)) return this.found('BROKEN_LINK', link.sequence);
    if (!link.isThere) return this.found('ENTRY_MISSING', link.sequence);
    if (!hashOf(link, link.sequence, link.previousHash).equals(link.hash))
      return this.found('ENTRY_CHANGED', link.sequence);
    const anchored = this.hashAt.get(link.sequence);
    if (anchored !== undefined && anchored !== link.hash.toString('hex'))
      return this.found('ANCHOR_MISMATCH', link.sequence);
    this.sequence = link.sequence;
    this.hash = link.hash;
    this.rows += 1;
  }

  end(head: Head): void {
    if (this.anchoredSequence > this.sequence) this.found('TAIL_CUT', this.sequence + 1);
    if (head.sequence !== this.sequence || (head.sequence > 0 && !head.hash.equals(this.hash)))
      this.found('HEAD_MISMATCH', this.sequence);
    if (this.sequence > 0 && this.anchoredSequence === 0) this.found('NO_ANCHOR', 0);
  }

  state(): ChainState {
    return { rows: this.rows, anchoredSequence: this.anchoredSequence, problem: this.problem };
  }

  private beginAtCheckpoint(cutSequence: number): void {
    const checkpoint = this.proof.anchors.find(
      ({ kind, sequence }) => kind === 'CHECKPOINT' && sequence === cutSequence,
    );
    if (checkpoint === undefined) return this.found('CUT_WITHOUT_CHECKPOINT', cutSequence);
    this.sequence = cutSequence;
    this.hash = Buffer.from(checkpoint.hash, 'hex');
  }

  private found(code: ChainProblem, sequence: number): void {
    this.problem ??= { code, sequence };
  }
}

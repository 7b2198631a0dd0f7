import { UnplacedCode, type BatchOverrideReason, type PlacementPolicyName } from '#domain/group-placement/batch-codes';
import type { BatchStatus } from '#domain/group-placement/batch-lifecycle';
import { isSumPrintable, printableCounts } from '#domain/group-placement/small-cells';
import { ReadablePdf } from '#platform/pdf/readable-pdf';
import type { StoredCapacity, StoredFigures, StoredGroup } from './batch-outcome';

/** All that a committee reads of a batch: figures and proofs, nobody's name. */
export interface ReportedBatch {
  readonly title: string;
  readonly status: BatchStatus;
  readonly clients: number;
  readonly caseworkers: number;
  readonly preparedBy: string;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
  readonly readOn: string;
  readonly weightsVersion: number;
  readonly solverVersion: string;
  readonly inputHash: string;
  readonly figures: StoredFigures;
  readonly capacity: StoredCapacity;
  readonly groups: readonly (StoredGroup & { readonly positionNames: readonly string[] })[];
  /** Decisions that hold: how many for each reason, and what they cost together at the time. */
  readonly overrides: readonly { readonly reason: BatchOverrideReason; readonly count: number }[];
  readonly proposed: number;
  readonly givenBack: number;
}

const STATUS: Readonly<Record<BatchStatus, string>> = {
  COLLECTING: '收集中',
  SOLVED: '已求解',
  IN_REVIEW: '复核中',
  APPROVED: '已批准',
  COMMITTED: '已提交',
  DISCARDED: '已作废',
};

const POLICY: Readonly<Record<PlacementPolicyName, string>> = {
  MOST_PLACED_THEN_FIT: '人数最多、再求总匹配分最高（采用）',
  WORST_FIT_FIRST: '人数最多、再把最低匹配分提到最高',
  TWO_SIDED_STABLE: '双方稳定（求职者优先选择）',
  GREEDY: '按档案编号逐个选最好的空位',
};

const REASON: Readonly<Record<BatchOverrideReason, string>> = {
  COMMUTE_WISH: '上班路程的意愿',
  KNOWS_COLLEAGUE: '认识那里的同事',
  FAMILY_DUTY: '家庭照料安排',
  TRAINING_PLANNED: '已安排相应培训',
  CLIENT_ASKED: '求职者本人提出',
  ENTERPRISE_ASKED: '用人单位因工作提出',
  OTHER_WORK_RELATED: '其他与工作有关的原因',
};

const FOOTER = '供集中安置评议使用，不含个人信息；人数少于 5 的不列出。';
const FEW = '少于 5 人';
const HIDDEN = '不列出';
/** Positions that a proof names; the rest is counted. */
const MOST_NAMED = 12;

/** The report for the committee, in Chinese. */
export function batchReport(batch: ReportedBatch): Promise<Buffer> {
  const pdf = new ReadablePdf(`集中安置批次报告：${batch.title}`, FOOTER);
  writeBasics(pdf, batch);
  writeResult(pdf, batch);
  writePolicies(pdf, batch.figures);
  writeUnplaced(pdf, batch);
  writeOverrides(pdf, batch);
  writeProof(pdf, batch);
  return pdf.end();
}

function writeBasics(pdf: ReadablePdf, batch: ReportedBatch): void {
  pdf.heading('基本情况');
  pdf.line('状态', STATUS[batch.status]);
  pdf.line('参加的求职者', people(batch.clients));
  pdf.line('涉及的专员', `${batch.caseworkers} 人`);
  pdf.line(
    '可用岗位',
    `${batch.capacity.positions} 个，${batch.capacity.enterprises} 家单位，${batch.capacity.openSlots} 个空缺名额`,
  );
  pdf.line('可行的人岗组合', `${batch.capacity.pairs} 对`);
  pdf.line('资料读取日期', batch.readOn);
  pdf.line('制作', batch.preparedBy);
  if (batch.submittedBy !== null) pdf.line('提交评议', batch.submittedBy);
  if (batch.approvedBy !== null) pdf.line('批准（另一人）', `${batch.approvedBy}，${batch.approvedOn ?? ''}`);
}

function writeResult(pdf: ReadablePdf, { figures, clients, proposed, givenBack, status }: ReportedBatch): void {
  pdf.heading('结果');
  pdf.line('有岗位的', people(figures.placed));
  pdf.line('没有岗位的', people(clients - figures.placed));
  pdf.line('总匹配分', String(figures.totalFit));
  if (isSumPrintable([figures.placed])) {
    pdf.line('平均匹配分', String(figures.meanFit ?? '—'));
    pdf.line('最低匹配分', String(figures.worstFit ?? '—'));
  }
  const [matched, others] = printableCounts([figures.wishMatched, figures.withWish - figures.wishMatched]);
  pdf.line('说过职业意愿的', people(figures.withWish));
  pdf.line('其中按意愿安置', matched === null || others === null ? HIDDEN : `${matched} 人`);
  pdf.line('单位集中度', concentration(figures.enterpriseHhiPermille));
  pdf.line('职业集中度', concentration(figures.occupationHhiPermille));
  if (status !== 'COMMITTED') return;
  const [made, back] = printableCounts([proposed, givenBack]);
  pdf.line('已提出推荐', made === null ? HIDDEN : `${made} 人`);
  pdf.line('复核未通过退回', back === null ? HIDDEN : `${back} 人`);
}

function writePolicies(pdf: ReadablePdf, { policies }: StoredFigures): void {
  pdf.heading('四种办法并列');
  pdf.paragraph('同一批人、同样的岗位，四种办法各自算出的结果。差别来自数据本身，不设门槛。');
  for (const { policy, placed, totalFit, worstFit, blockingPairs } of policies) {
    const worst = isSumPrintable([placed]) ? `，最低匹配分 ${worstFit ?? '—'}` : '';
    pdf.line(
      POLICY[policy],
      `安置 ${people(placed)}，总匹配分 ${totalFit}${worst}，双方都更愿意彼此的组合 ${blockingPairs} 对`,
    );
  }
}

function writeUnplaced(pdf: ReadablePdf, { groups }: ReportedBatch): void {
  pdf.heading('没有岗位的原因');
  if (groups.length === 0) pdf.paragraph('这一批人人都有岗位。');
  const shown = printableCounts(groups.map(({ people: count }) => count));
  groups.forEach((group, at) => pdf.paragraph(`（${at + 1}）${sentenceOf(group, shown[at] ?? null)}`));
}

function sentenceOf(group: ReportedBatch['groups'][number], count: number | null): string {
  const who = count === null ? '一些人（人数不列出）' : `${count} 人`;
  if (group.code === UnplacedCode.NO_FEASIBLE_POSITION) return `${who}：没有一个空缺岗位同时满足全部硬性条件。`;
  if (group.code === UnplacedCode.FORBIDDEN_BY_DECISION) return `${who}：能去的岗位都被人工决定排除。`;
  const named = group.positionNames.slice(0, MOST_NAMED).join('、');
  const more = group.positionNames.length > MOST_NAMED ? ` 等 ${group.positionNames.length} 个岗位` : '';
  const where = `再给下列任一岗位增加 1 个名额，恰好多安置 1 人；增加到别处则不会：${named}${more}。`;
  if (count === null) return `${who}：竞争的人多于名额（${group.seats ?? 0} 个），谁来安排都一样。${where}`;
  return `${who}：${group.competing ?? 0} 人竞争 ${group.positionNames.length} 个岗位的 ${group.seats ?? 0} 个名额，而且没有别的岗位可去，所以无论谁来安排，总有 ${count} 人没有岗位。${where}`;
}

function writeOverrides(pdf: ReadablePdf, { overrides }: ReportedBatch): void {
  pdf.heading('人工决定');
  if (overrides.length === 0) pdf.paragraph('没有人工决定，全部按计算结果。');
  const shown = printableCounts(overrides.map(({ count }) => count));
  overrides.forEach(({ reason }, at) => {
    const count = shown[at] ?? null;
    pdf.line(REASON[reason], count === null ? HIDDEN : `${count} 项`);
  });
}

function writeProof(pdf: ReadablePdf, batch: ReportedBatch): void {
  pdf.heading('证明');
  pdf.paragraph(
    '安置这么多人是最多的，没有任何办法能再多安置一人；在安置这么多人的前提下，总匹配分也是最高的。人工决定先定下，其余部分按同样的标准求解。核对程序与求解程序不共用任何代码，每次写入之前都核对一遍。',
  );
  pdf.paragraph('任何人都可以下载本批次的证书，用命令 verify-certificate 自行核对，不必相信本系统。');
  pdf.line('求解程序版本', batch.solverVersion);
  pdf.line('评分权重版本', String(batch.weightsVersion));
  pdf.line('输入指纹', batch.inputHash);
}

const people = (count: number): string => (isSumPrintable([count]) ? `${count} 人` : FEW);

const concentration = (permille: number | null): string =>
  permille === null ? '—' : `${permille}‰（1000‰ 为全部集中在一处，超过 250‰ 请留意）`;

import type { Shift } from '#domain/positions/position-codes';

/** A kind of job in the invented county. */
export interface JobKind {
  readonly title: string;
  readonly occupation: string;
  readonly duties: string;
  readonly shift: Shift;
  readonly payMinFen: number;
  readonly required: readonly string[];
  readonly wished: readonly string[];
  readonly certificates: readonly string[];
  readonly demands: readonly string[];
  readonly benefits: readonly string[];
}

const kind = (title: string, occupation: string, payMinYuan: number, rest: Partial<JobKind>): JobKind => ({
  title,
  occupation,
  duties: `${title}，按工艺要求完成当班任务`,
  shift: 'DAY',
  payMinFen: payMinYuan * 100,
  required: [],
  wished: [],
  certificates: [],
  demands: [],
  benefits: ['MEALS'],
  ...rest,
});

/** The kinds of jobs that enterprises post; codes are the county's own catalogue. */
export const JOB_KINDS: readonly JobKind[] = [
  kind('线束装配工', '60101', 3_000, {
    required: [],
    wished: ['CRIMPING', 'WIRE_STRIPPING', 'DRAWING_READING', 'HARNESS_TESTING'],
    benefits: ['MEALS', 'HOUSING'],
  }),
  kind('质检员', '60103', 3_100, { required: ['VISUAL_INSPECTION'], wished: ['GAUGE_USE', 'RECORD_KEEPING'] }),
  kind('仓管员', '40201', 2_900, { wished: ['STOCK_TAKING', 'ORDER_PICKING', 'RECORD_KEEPING'] }),
  kind('叉车司机', '40203', 3_600, {
    required: ['FORKLIFT_DRIVING'],
    wished: ['ORDER_PICKING'],
    certificates: ['FORKLIFT_N1'],
    demands: ['NO_DRIVING'],
  }),
  kind('缝纫工', '60201', 2_800, { required: ['LOCKSTITCH_SEWING'], wished: ['OVERLOCK_SEWING', 'IRONING'] }),
  kind('包装工', '60202', 2_600, {
    wished: ['PACKING', 'PALLETISING'],
    shift: 'MIDDLE',
    demands: ['NO_LONG_STANDING'],
  }),
  kind('焊工', '60302', 3_800, {
    required: ['ARC_WELDING'],
    wished: ['DRAWING_READING', 'GAS_SHIELDED_WELDING'],
    certificates: ['WELDING'],
    benefits: ['MEALS', 'HOUSING'],
  }),
  kind('砂带裁切工', '60304', 3_000, { wished: ['BELT_CUTTING', 'GRINDING'], demands: ['NO_DUST'] }),
  kind('夜班包装工', '60202', 3_300, {
    wished: ['PACKING'],
    shift: 'NIGHT',
    demands: ['NO_NIGHT_SHIFT', 'NO_LONG_STANDING'],
  }),
  kind('保安员', '40101', 2_500, {
    wished: ['RECORD_KEEPING'],
    shift: 'ROTATING',
    certificates: ['SECURITY_GUARD'],
    demands: ['NO_NIGHT_SHIFT'],
    benefits: ['MEALS', 'HOUSING'],
  }),
  kind('家政服务员', '40103', 2_700, { wished: ['HOUSEKEEPING'], benefits: [] }),
];

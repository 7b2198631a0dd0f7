/** A town or township: its code of GB/T 2260 with the three digits of the township (县以下行政区划代码). */
export interface TownshipEntry {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** The county's code (GB/T 2260). */
export const TONGCHENG_COUNTY_CODE = '421222';

/** The county's name. */
export const TONGCHENG_COUNTY_NAME = '通城县';

/** The eleven towns and townships of Tongcheng; forest farms and the park office are no places of residence here. */
export const TONGCHENG_TOWNSHIPS: readonly TownshipEntry[] = [
  { code: '421222100', name: '隽水镇', nameEn: 'Junshui' },
  { code: '421222101', name: '麦市镇', nameEn: 'Maishi' },
  { code: '421222102', name: '塘湖镇', nameEn: 'Tanghu' },
  { code: '421222103', name: '关刀镇', nameEn: 'Guandao' },
  { code: '421222104', name: '沙堆镇', nameEn: 'Shadui' },
  { code: '421222105', name: '五里镇', nameEn: 'Wuli' },
  { code: '421222106', name: '石南镇', nameEn: 'Shinan' },
  { code: '421222107', name: '北港镇', nameEn: 'Beigang' },
  { code: '421222108', name: '马港镇', nameEn: 'Magang' },
  { code: '421222200', name: '四庄乡', nameEn: 'Sizhuang' },
  { code: '421222201', name: '大坪乡', nameEn: 'Daping' },
];

// Invented, and marked verified=false wherever it is stored: minutes by bus and on foot, door to door. Row and column
// order is that of TONGCHENG_TOWNSHIPS; the lower triangle and the diagonal, since a way back takes as long.
const MINUTES: readonly (readonly number[])[] = [
  [12],
  [25, 10],
  [34, 28, 10],
  [24, 18, 31, 10],
  [28, 36, 47, 33, 10],
  [22, 38, 52, 41, 26, 10],
  [15, 31, 43, 34, 35, 29, 10],
  [26, 42, 56, 45, 44, 32, 21, 10],
  [29, 46, 49, 48, 51, 43, 24, 33, 10],
  [36, 24, 20, 27, 46, 55, 48, 62, 58, 10],
  [38, 55, 64, 58, 42, 25, 45, 39, 60, 71, 12],
];

/** Minutes from one township to another, both ways alike; null when a code is not one of the eleven. */
export function tongchengTravelMinutes(fromCode: string, toCode: string): number | null {
  const from = TONGCHENG_TOWNSHIPS.findIndex((town) => town.code === fromCode);
  const to = TONGCHENG_TOWNSHIPS.findIndex((town) => town.code === toCode);
  return MINUTES[Math.max(from, to)]?.[Math.min(from, to)] ?? null;
}

/** One row of the travel-time table. */
export interface TravelTimeRow {
  readonly fromCode: string;
  readonly toCode: string;
  readonly minutes: number;
  readonly verified: false;
}

/** The whole invented travel-time table: 121 rows, both directions and the way inside each township. */
export function tongchengTravelTimes(): readonly TravelTimeRow[] {
  return TONGCHENG_TOWNSHIPS.flatMap((from) =>
    TONGCHENG_TOWNSHIPS.flatMap((to) => {
      const minutes = tongchengTravelMinutes(from.code, to.code);
      return minutes === null ? [] : [{ fromCode: from.code, toCode: to.code, minutes, verified: false as const }];
    }),
  );
}

/** July as the enterprise has it: one line of hers, 90 yuan below the minimum wage, and two of colleagues. */
export const JULY = Buffer.from(
  `工号,岗位编码,职级,应出勤天数,基本工资,备注
Z-2607,J-60101,1,23,"1,880.00",
C1-901,J-60101,1,23,2600,
C1-902,J-60101,1,23,2650元,
`,
);

/** August with the back-pay for July. */
export const AUGUST = Buffer.from(
  `工号,岗位编码,职级,应出勤天数,基本工资,补发工资,备注
Z-2607,J-60101,1,21,2100,2026-07=90.00,
C1-901,J-60101,1,21,2600,,
C1-902,J-60101,1,21,2650,,
`,
);

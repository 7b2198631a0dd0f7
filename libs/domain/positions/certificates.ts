import { codeFinder, entry, type CodeEntry } from './code-list';

/** The county's certificates: papers that a kind of work asks for. */
export const CERTIFICATES: readonly CodeEntry[] = [
  entry('FORKLIFT_N1', '叉车证', 'Forklift operator certificate (N1)', 'N1', '叉车司机证'),
  entry('LOW_VOLTAGE', '低压电工证', 'Low-voltage electrician certificate', '电工证'),
  entry('WELDING', '焊工证', 'Welding and thermal-cutting certificate', '电焊证', '焊接证'),
  entry('FOOD_HEALTH', '健康证', 'Food-handler certificate', '食品健康证'),
  entry('SECURITY_GUARD', '保安员证', 'Security-guard certificate', '保安证'),
  entry('DRIVING_C1', '驾驶证C1', 'Driving licence C1', 'C1', 'C1驾照', '驾驶证'),
  entry('DRIVING_B2', '驾驶证B2', 'Driving licence B2', 'B2', 'B2驾照'),
  entry('ELDERLY_CARE', '养老护理员证', 'Elderly-care certificate', '护理员证'),
  entry('HARNESS_ASSEMBLY', '线束装配证', 'Wire-harness assembly certificate', '线束证'),
  entry('WORK_AT_HEIGHTS', '高处作业证', 'Work-at-heights certificate', '高空作业证', '登高证'),
];

/** Finds a certificate's code by code, name or alias. */
export const findCertificate = codeFinder(CERTIFICATES);

import type { Type } from '@nestjs/common';

/** The features whose jobs this worker does. */
export const workedFeatures: Type[] = [];

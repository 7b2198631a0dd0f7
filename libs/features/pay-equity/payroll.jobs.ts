import type { Month } from '#domain/common/day';
import { defineJob } from '#platform/jobs/job-definition';

/** Whose payroll of which month. */
export type UploadedPayroll = { readonly organisationId: string; readonly period: Month };

/** An enterprise declared a month's payroll; the subject is the upload. */
export const PayrollUploaded = defineJob<UploadedPayroll>('payroll.uploaded');

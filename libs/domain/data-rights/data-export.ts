import { addDays, type Day } from '../common/day';
import type { Lifecycle } from '../common/lifecycle';

/** The states of a copy of one's own data. */
export const ExportStatus = { QUEUED: 'QUEUED', READY: 'READY', FAILED: 'FAILED' } as const;

/** One of the states of a copy. */
export type ExportStatus = (typeof ExportStatus)[keyof typeof ExportStatus];

/** What a copy may become: the client asks, a job makes it. Whether it can still be fetched says its last day. */
export const EXPORT_LIFECYCLE: Lifecycle<ExportStatus> = { QUEUED: ['READY', 'FAILED'], READY: [], FAILED: [] };

/** Why a copy was not made: whoever asked for it had no membership any more. */
export const ExportFailure = { REQUESTER_GONE: 'REQUESTER_GONE' } as const;

/** One of the reasons why a copy was not made. */
export type ExportFailure = (typeof ExportFailure)[keyof typeof ExportFailure];

/** Days for which a copy can be fetched (privacy.md P10). */
export const EXPORT_DAYS = 7;

/** Copies that one person may have at a time: whoever is at her phone cannot fill the store. */
export const MOST_EXPORTS = 3;

/** The last day on which a copy that was asked for on this day can be fetched. */
export const exportKeptUntil = (requestedOn: Day): Day => addDays(requestedOn, EXPORT_DAYS);
